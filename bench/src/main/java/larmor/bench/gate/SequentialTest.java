package larmor.bench.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The verdicts on several benchmarks from the logarithms of paired ratios, candidate over base in
 * time, over the looks of a {@link LookPlan}.
 *
 * <p>At each look two families of hypotheses are tested, each by {@link HolmProcedure} at the
 * look's share of alpha: "the slowdown is at most the margin", whose rejection is {@link
 * Verdict#FAIL}, and "the slowdown is at least the margin", whose rejection is {@link
 * Verdict#PASS}. A benchmark with one of these verdicts is measured no further; it stays in the
 * family without a p-value, which keeps the procedure valid. So over all looks and benchmarks the
 * chance of a false FAIL is at most alpha, and so is that of a false PASS. {@link Verdict#FASTER}
 * is a third family, which the PASS of another benchmark says nothing of: it takes the undiminished
 * share, and its chance to be false is at most alpha as well.
 *
 * <p>The bounds that are given with a verdict are at the level at which the benchmark was judged:
 * the lower one is above the margin exactly for FAIL, the upper one below it exactly for PASS.
 */
final class SequentialTest {

    /**
     * Where differences come from.
     *
     * @param <E> what may go wrong there
     */
    interface Source<E extends Exception> {

        /** Makes sure that each of these benchmarks has so many differences, if it can. */
        void extendTo(int pairs, List<Integer> benchmarks) throws E;

        /** Whether the benchmark is judged by something else than its times. */
        boolean withdrawn(int benchmark);

        /** The differences of logarithms so far; positive is slower. */
        double[] differences(int benchmark);
    }

    /**
     * What the times of a benchmark say.
     *
     * @param verdict never {@link Verdict#CHANGED_ANSWER}
     * @param estimate of the centre of the differences
     * @param low lower bound of it
     * @param high upper bound of it
     * @param pairs how many differences there were
     */
    record Outcome(Verdict verdict, double estimate, double low, double high, int pairs) {}

    private final LookPlan plan;
    private final double margin;
    private final int family;
    private final List<Optional<Outcome>> outcomes = new ArrayList<>();

    /**
     * @param plan when to look
     * @param margin logarithm of the slowdown that is tolerated
     * @param family how many benchmarks are judged, numbered from 0
     */
    SequentialTest(LookPlan plan, double margin, int family) {
        this.plan = plan;
        this.margin = margin;
        this.family = family;
        outcomes.addAll(Collections.nCopies(family, Optional.empty()));
    }

    /** The outcome of each benchmark so far; before the first look, or withdrawn, it has none. */
    List<Optional<Outcome>> outcomes() {
        return outcomes;
    }

    /** Measures and judges until each benchmark is decided or the last look is done. */
    <E extends Exception> List<Optional<Outcome>> run(Source<E> source) throws E {
        List<Integer> undecided = new ArrayList<>();
        for (int benchmark = 0; benchmark < family; benchmark++) {
            undecided.add(benchmark);
        }
        for (int pairs : plan.pairs()) {
            undecided.removeIf(source::withdrawn);
            if (undecided.isEmpty()) {
                break;
            }
            source.extendTo(pairs, undecided);
            undecided.removeIf(source::withdrawn);
            look(undecided, source);
            undecided.removeIf(this::decided);
        }
        return outcomes;
    }

    private boolean decided(int benchmark) {
        return outcomes.get(benchmark).stream().anyMatch(outcome -> !outcome.verdict().open());
    }

    private void look(List<Integer> benchmarks, Source<?> source) {
        int count = benchmarks.size();
        List<SignedRanks> ranks = new ArrayList<>();
        double[] slower = new double[count];
        double[] notSlower = new double[count];
        for (int i = 0; i < count; i++) {
            SignedRanks sample = new SignedRanks(source.differences(benchmarks.get(i)));
            ranks.add(sample);
            slower[i] = sample.probabilityAbove(margin);
            notSlower[i] = sample.probabilityBelow(margin);
        }
        double alpha = plan.alphaPerLook();
        int[] slowerBy = HolmProcedure.divisors(slower, alpha, family);
        int[] notSlowerBy = HolmProcedure.divisors(notSlower, alpha, family);
        for (int i = 0; i < count; i++) {
            double low = ranks.get(i).low(alpha / slowerBy[i]);
            double high = ranks.get(i).high(alpha / notSlowerBy[i]);
            outcomes.set(
                    benchmarks.get(i),
                    Optional.of(
                            new Outcome(
                                    verdict(low, high, ranks.get(i).high(alpha / family)),
                                    ranks.get(i).estimate(),
                                    low,
                                    high,
                                    source.differences(benchmarks.get(i)).length)));
        }
    }

    private Verdict verdict(double low, double high, double widest) {
        if (low > margin) {
            return Verdict.FAIL;
        }
        if (high < margin) {
            return widest < 0 ? Verdict.FASTER : Verdict.PASS;
        }
        return low > 0 ? Verdict.WARN : Verdict.INCONCLUSIVE;
    }
}
