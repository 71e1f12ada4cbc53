package larmor.sweep;

import java.util.List;

/**
 * How the runs of a sweep went.
 *
 * @param runs how many there were
 * @param failed how many of them have no result
 * @param unsettled how many of the others were still changing
 */
public record SweepTally(long runs, long failed, long unsettled) {

    /** Before the first run. */
    public static final SweepTally NONE = new SweepTally(0, 0, 0);

    /** The tally of these rows. */
    public static SweepTally of(List<SweepRow> rows) {
        long failed = rows.stream().filter(row -> row.failure().isPresent()).count();
        long settled = rows.stream().filter(SweepRow::settled).count();
        return new SweepTally(rows.size(), failed, rows.size() - failed - settled);
    }

    /** Both together. */
    public SweepTally plus(SweepTally other) {
        return new SweepTally(
                runs + other.runs, failed + other.failed, unsettled + other.unsettled);
    }
}
