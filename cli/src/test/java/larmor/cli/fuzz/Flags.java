package larmor.cli.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words of one call of the command, before they are put in a row. */
final class Flags {

    private final List<String> words = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> further = new ArrayList<>();

    Flags(String... words) {
        this.words.addAll(List.of(words));
    }

    /** Sets a flag, in the place of a value that it may have. */
    Flags with(String flag, String value) {
        values.put(flag, value);
        return this;
    }

    /** Adds a flag that can be repeated, or a word as it is. */
    Flags and(String word) {
        further.add(word);
        return this;
    }

    Flags without(String flag) {
        values.remove(flag);
        return this;
    }

    /** Its value; empty where it has none. */
    String value(String flag) {
        return values.getOrDefault(flag, "");
    }

    boolean has(String flag) {
        return values.containsKey(flag);
    }

    /** In a row; a value that could be taken for a flag is joined to its own. */
    List<String> row(Draw draw) {
        List<String> row = new ArrayList<>(words);
        values.forEach((flag, value) -> {
            if (value.startsWith("-") || value.isBlank() || draw.chance(0.5)) {
                row.add(flag + "=" + value);
            } else {
                row.add(flag);
                row.add(value);
            }
        });
        row.addAll(further);
        return row;
    }
}
