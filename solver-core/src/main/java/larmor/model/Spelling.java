package larmor.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A word that is not known, and the known one that may have been meant. */
public final class Spelling {

    /** One slip for so many letters of what was written. */
    private static final int LETTERS_PER_SLIP = 4;

    private static final int MOST_SLIPS = 3;

    /** The beginning of a word, dashes included, says nothing where it is shorter. */
    private static final int FEWEST_LETTERS = 4;

    private Spelling() {}

    /**
     * What to put behind a refusal: the known word that is near, or else the one whose last part
     * is, in whatever table the key stands; nothing where there is none.
     */
    public static String hint(String word, Collection<String> known) {
        return nearest(word, known, UnaryOperator.identity())
                .or(() -> nearest(lastPart(word), known, Spelling::lastPart))
                .map(meant -> "; did you mean " + meant + "?")
                .orElse("");
    }

    /**
     * The same of a dotted key, and where none is near the keys of its table, or the tables where
     * that is not known either.
     *
     * @param known dotted keys, in the order in which they are to be listed
     */
    public static String hintOfKey(String key, Collection<String> known) {
        List<String> tables = known.stream().map(Spelling::table).distinct().toList();
        // A table by itself is no slip, although keys go on like it.
        String hint = tables.contains(key) ? "" : hint(key, known);
        if (!hint.isEmpty()) {
            return hint;
        }
        String table = tables.contains(key) ? key : table(key);
        if (!tables.contains(table)) {
            return "; its tables are " + String.join(", ", tables);
        }
        return known.stream()
                .filter(other -> table(other).equals(table))
                .map(Spelling::lastPart)
                .collect(Collectors.joining(", ", "; the keys of " + table + " are ", ""));
    }

    private static String table(String key) {
        return key.substring(0, Math.max(0, key.indexOf('.')));
    }

    private static String lastPart(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** The known word that a few slips lead to, or that goes on like this one. */
    private static Optional<String> nearest(
            String word, Collection<String> known, UnaryOperator<String> part) {
        String written = word.toLowerCase(Locale.ROOT);
        int most = Math.clamp(written.length() / LETTERS_PER_SLIP, 1, MOST_SLIPS);
        return known.stream()
                .sorted()
                .filter(other -> slips(written, part.apply(other), most) <= most)
                .min(Comparator.comparingInt(other -> slips(written, part.apply(other), most)))
                .or(() ->
                        known.stream()
                                .sorted()
                                .filter(_ -> written.length() >= FEWEST_LETTERS)
                                .filter(other -> part.apply(other).startsWith(written))
                                .findFirst());
    }

    /**
     * The distance of optimal string alignment: how many letters are wrong, missing, too many, or
     * swapped with their neighbour.
     *
     * @param most what matters; any more are not counted
     */
    private static int slips(String written, String known, int most) {
        if (Math.abs(written.length() - known.length()) > most) {
            return most + 1;
        }
        String other = known.toLowerCase(Locale.ROOT);
        int[][] slips = new int[written.length() + 1][other.length() + 1];
        for (int i = 0; i <= written.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    slips[i][j] = i + j;
                    continue;
                }
                boolean same = written.charAt(i - 1) == other.charAt(j - 1);
                int fewest = slips[i - 1][j - 1] + (same ? 0 : 1);
                fewest = Math.min(fewest, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
                if (i > 1
                        && j > 1
                        && written.charAt(i - 1) == other.charAt(j - 2)
                        && written.charAt(i - 2) == other.charAt(j - 1)) {
                    fewest = Math.min(fewest, 1 + slips[i - 2][j - 2]);
                }
                slips[i][j] = fewest;
            }
        }
        return slips[written.length()][other.length()];
    }
}
