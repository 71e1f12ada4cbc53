package larmor.bench.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import larmor.model.InvalidInput;

/**
 * When the data are looked at, fixed before there are any. Each look has the same share of the
 * error probability, so that stopping early costs no more false alarms.
 *
 * @param pairs numbers of pairs, ascending, even: a block holds two
 * @param alphaPerLook error probability of each look, for all benchmarks together
 */
record LookPlan(List<Integer> pairs, double alphaPerLook) {

    /** Few pairs give wide intervals, and a distribution of few possible values. */
    private static final int FEWEST_AT_FIRST = 12;

    private static final double LAST = 2;

    /** More than this has not been asked of a gate that should take minutes. */
    private static final int MOST = 200;

    /** Copies the list. */
    LookPlan {
        pairs = List.copyOf(pairs);
    }

    /**
     * Three looks, or fewer where the first and the last lie together.
     *
     * @param benchmarks how many are judged together
     * @param alpha error probability of the whole comparison
     * @param first pairs at the first look
     * @param last pairs at the last look
     * @throws InvalidInput if a number of pairs is odd, out of range, or too small for any verdict
     */
    static LookPlan of(
            int benchmarks, double alpha, Optional<Integer> first, Optional<Integer> last) {
        first.ifPresent(pairs -> require("--pairs", pairs));
        last.ifPresent(pairs -> require("--max-pairs", pairs));
        int start =
                first.orElseGet(() -> {
                    int enough = Math.max(FEWEST_AT_FIRST, fewest(benchmarks, alpha / 3));
                    return Math.min(even(enough), last.orElse(MOST));
                });
        int end = last.orElseGet(() -> Math.min(MOST, even(LAST * start)));
        if (end < start) {
            throw new InvalidInput(
                    "--max-pairs", "must be at least --pairs, " + start + ", not " + end);
        }
        List<Integer> looks = new ArrayList<>(List.of(start));
        int middle = even(0.5 * (start + end));
        if (middle > start && middle < end) {
            looks.add(middle);
        }
        if (end > start) {
            looks.add(end);
        }
        double share = alpha / looks.size();
        int fewest = even(fewest(benchmarks, share));
        if (start < fewest) {
            throw new InvalidInput(
                    first.isPresent() ? "--pairs" : "--max-pairs",
                    "must be at least "
                            + fewest
                            + ", not "
                            + start
                            + ": fewer can prove nothing of "
                            + benchmarks
                            + (benchmarks == 1 ? " benchmark" : " benchmarks")
                            + " at this --alpha");
        }
        return new LookPlan(looks, share);
    }

    int most() {
        return pairs.getLast();
    }

    private static void require(String flag, int pairs) {
        if (pairs < 2 || pairs > MOST || pairs % 2 != 0) {
            throw new InvalidInput(
                    flag, "must be an even number from 2 to " + MOST + ", not " + pairs);
        }
    }

    /** The fewest n with 2^−n ≤ alpha / benchmarks: all differences of one sign suffice then. */
    private static int fewest(int benchmarks, double alpha) {
        int n = 0;
        for (double p = 1; p > alpha / benchmarks; p /= 2) {
            n++;
        }
        return n;
    }

    private static int even(double pairs) {
        return 2 * (int) Math.ceil(pairs / 2);
    }
}
