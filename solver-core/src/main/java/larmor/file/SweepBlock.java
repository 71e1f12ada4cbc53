package larmor.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;
import larmor.sweep.SweepTally;

/**
 * A piece of a table that is on the disk whole or not at all: lines of the table and behind them a
 * line of our own, {@code # KIND FIRST END FAILED UNSETTLED CHECKSUM}. No line of a table begins
 * with the sign #, so that the table is what is left without the lines that do.
 *
 * @param kind what part of the table it is
 * @param first index of its first row in the plan
 * @param end index behind its last row
 * @param tally of its rows
 * @param text the lines of the table, ASCII
 */
record SweepBlock(Kind kind, long first, long end, SweepTally tally, String text) {

    /** What begins a line that is not part of the table. */
    static final char MARK = '#';

    /** The parts of a table. */
    enum Kind {
        /** What stands before the rows. */
        HEAD,
        /** Some rows. */
        ROWS,
        /** What stands behind them: nothing comes after it. */
        TAIL;

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String GAP = " ";
    private static final int WORDS = 7;

    /** A block without rows. */
    static SweepBlock bare(Kind kind, long index, String text) {
        return new SweepBlock(kind, index, index, SweepTally.NONE, text);
    }

    /** Text and trailer. */
    byte[] bytes() {
        return (text + trailer() + checksum() + "\n").getBytes(US_ASCII);
    }

    private String trailer() {
        return String.join(
                GAP,
                Character.toString(MARK),
                kind.id(),
                Long.toString(first),
                Long.toString(end),
                Long.toString(tally.failed()),
                Long.toString(tally.unsettled()),
                "");
    }

    /** CRC-32C of the text and of the trailer before it. */
    private String checksum() {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(US_ASCII));
        crc.update(trailer().getBytes(US_ASCII));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    /** The block that a text and a trailer make; empty if they do not belong together. */
    static Optional<SweepBlock> of(String text, String trailer) {
        String[] words = trailer.split(GAP, -1);
        if (words.length != WORDS) {
            return Optional.empty();
        }
        for (Kind kind : Kind.values()) {
            if (kind.id().equals(words[1])) {
                try {
                    long first = Long.parseLong(words[2]);
                    long end = Long.parseLong(words[3]);
                    SweepTally tally =
                            new SweepTally(
                                    end - first,
                                    Long.parseLong(words[4]),
                                    Long.parseLong(words[5]));
                    SweepBlock block = new SweepBlock(kind, first, end, tally, text);
                    return (block.trailer() + block.checksum()).equals(trailer)
                            ? Optional.of(block)
                            : Optional.empty();
                } catch (NumberFormatException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
