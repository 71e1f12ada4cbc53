package larmor.bench.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Which margin a machine supports, from a comparison of a jar with itself. The measured differences
 * are drawn again, with either sign, for comparisons at each of a list of margins: a margin is
 * supported if an unchanged benchmark passes, and one that is slower by twice the margin fails, in
 * at least 95 of 100 of them. What comes out depends on the measured differences only.
 *
 * @param benchmarks in the order of the comparison
 */
public record Calibration(List<Benchmark> benchmarks) {

    /**
     * A benchmark.
     *
     * @param id which
     * @param noise of the difference of two launches, as a share of the time
     * @param margin the smallest supported one; empty if none of the list is
     */
    public record Benchmark(BenchmarkId id, OptionalDouble noise, OptionalDouble margin) {}

    /** Margins that somebody might ask for. */
    private static final List<Double> MARGINS =
            List.of(
                    0.002, 0.003, 0.005, 0.0075, 0.01, 0.015, 0.02, 0.025, 0.03, 0.04, 0.05, 0.075,
                    0.1, 0.15, 0.2, 0.3, 0.5);

    private static final double SURE = 0.95;

    /** The standard error of a rate of 95 % is then 1 %. */
    private static final int COMPARISONS = 500;

    private static final long SEED = 20240108;

    /** Copies the list. */
    public Calibration {
        benchmarks = List.copyOf(benchmarks);
    }

    /**
     * Judges the machine by a comparison of a jar with itself.
     *
     * @param result its outcome
     * @param asked the settings of the comparisons to come; their margin does not matter
     */
    public static Calibration of(GateResult result, GateSettings asked) {
        LookPlan plan = asked.plan(result.results().size());
        List<Benchmark> benchmarks = new ArrayList<>();
        for (BenchmarkResult one : result.results()) {
            double[] differences = one.differences();
            OptionalDouble margin =
                    differences.length == 0
                            ? OptionalDouble.empty()
                            : MARGINS.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .filter(candidate ->
                                            supports(
                                                    candidate,
                                                    differences,
                                                    plan,
                                                    result.results().size()))
                                    .findFirst();
            benchmarks.add(new Benchmark(one.id(), one.noise(), margin));
        }
        return new Calibration(benchmarks);
    }

    /** The margin that suits all benchmarks; empty if there is none. */
    public OptionalDouble margin() {
        return benchmarks.stream().allMatch(one -> one.margin().isPresent())
                ? benchmarks.stream().mapToDouble(one -> one.margin().getAsDouble()).max()
                : OptionalDouble.empty();
    }

    private static boolean supports(
            double margin, double[] differences, LookPlan plan, int family) {
        return share(margin, 0, differences, plan, family) >= SURE
                && share(margin, 2 * margin, differences, plan, family) >= SURE;
    }

    /** How often the verdict is right for a benchmark that is slower by this. */
    private static double share(
            double margin, double slowdown, double[] differences, LookPlan plan, int family) {
        SplittableRandom random = new SplittableRandom(SEED);
        double shift = StrictMath.log1p(slowdown);
        int right = 0;
        for (int i = 0; i < COMPARISONS; i++) {
            SequentialTest test = new SequentialTest(plan, StrictMath.log1p(margin), family);
            DrawnDifferences source =
                    new DrawnDifferences(
                            List.of(
                                    DrawnDifferences.resampling(
                                            differences, shift, random.split())));
            Verdict verdict = test.run(source).getFirst().orElseThrow().verdict();
            if (slowdown > 0
                    ? verdict == Verdict.FAIL
                    : verdict == Verdict.PASS || verdict == Verdict.FASTER) {
                right++;
            }
        }
        return (double) right / COMPARISONS;
    }
}
