package larmor.bench.choice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The largest setting of a method that meets an accuracy. The error follows a power of the setting,
 * so each probe tells where the next one should be; two or three suffice where the power is the
 * expected one, and where it is not, as near rounding, halving the interval ends it all the same.
 */
final class SettingSearch {

    /** An interval of settings is short enough when its ends differ by this share in work. */
    private static final double RESOLUTION = 0.02;

    /** Aimed at, so that a probe next to the accuracy falls on the right side. */
    private static final double AIM = 0.95;

    private static final int MOST_PROBES = 14;

    /** A power law is not trusted beyond this ratio of work. */
    private static final double LONGEST_LEAP = 16;

    private final ReferenceRuns runs;
    private final Method method;
    private final double accuracy;
    private final List<Probe> probes = new ArrayList<>();

    /**
     * Tries a first setting.
     *
     * @param accuracy that the error must not exceed
     */
    SettingSearch(ReferenceRuns runs, Method method, double accuracy) {
        this.runs = runs;
        this.method = method;
        this.accuracy = accuracy;
        probe(method.first());
    }

    /** What has been tried, in that order. */
    List<Probe> probes() {
        return List.copyOf(probes);
    }

    private void probe(double value) {
        Errors errors = runs.atHardVoltages(method.with(value));
        probes.add(new Probe(value, errors.allBut(runs.allowed()), errors.evaluations()));
    }

    /** Tries the setting that is expected to have this error. */
    void probeExpected(double error) {
        probe(expected(error));
    }

    /** The setting that is expected to have this error. */
    double expected(double error) {
        return extrapolated(nearest(error), error);
    }

    /** The evaluations of a trajectory with this setting. */
    double expectedEvaluations(double value) {
        Probe from =
                probes.stream()
                        .min(
                                Comparator.comparingDouble(
                                        probe -> Math.abs(StrictMath.log(probe.value() / value))))
                        .orElseThrow();
        return from.evaluations() * StrictMath.pow(from.value() / value, method.workExponent());
    }

    private Probe nearest(double error) {
        return probes.stream()
                .min(Comparator.comparingDouble(probe -> distance(probe, error)))
                .orElseThrow();
    }

    private static double distance(Probe probe, double error) {
        return Math.abs(StrictMath.log(probe.error() / error));
    }

    private double extrapolated(Probe from, double error) {
        double longest = StrictMath.pow(LONGEST_LEAP, 1 / method.workExponent());
        double ratio = StrictMath.pow(error / from.error(), 1 / method.errorExponent());
        return method.within(
                Setting.rounded(from.value() * Math.clamp(ratio, 1 / longest, longest)));
    }

    /**
     * Searches, beginning with what was tried before.
     *
     * @return the largest setting that meets the accuracy; empty if none does
     */
    Optional<Probe> search() {
        for (int more = 0; more < MOST_PROBES; more++) {
            Optional<Double> next = next();
            if (next.isEmpty()) {
                break;
            }
            probe(next.get());
        }
        return best();
    }

    private Optional<Probe> best() {
        return probes.stream()
                .filter(probe -> probe.error() <= accuracy)
                .reduce((a, b) -> a.value() >= b.value() ? a : b);
    }

    /** The next setting to try; empty if there is none that would help. */
    private Optional<Double> next() {
        double low = best().map(Probe::value).orElse(0.0);
        // Only what lies above the best: errors are not monotonous where they are large.
        Optional<Probe> above =
                probes.stream()
                        .filter(probe -> probe.value() > low)
                        .reduce((a, b) -> a.value() <= b.value() ? a : b);
        double high = above.map(Probe::value).orElse(Double.POSITIVE_INFINITY);
        Probe from =
                best().filter(lower ->
                                above.isEmpty()
                                        || distance(lower, accuracy)
                                                <= distance(above.get(), accuracy))
                        .orElseGet(above::orElseThrow);
        double guess = extrapolated(from, AIM * accuracy);
        if (!(guess > low && guess < high)) {
            guess =
                    low == 0
                            ? method.within(high / 2)
                            : Math.min(method.within(2 * low), Math.sqrt(low * high));
            guess = Setting.rounded(guess);
        }
        boolean resolved =
                low > 0
                        && StrictMath.pow(Math.min(guess, high) / low, method.workExponent())
                                < 1 + RESOLUTION;
        return resolved || guess <= low || guess >= high ? Optional.empty() : Optional.of(guess);
    }
}
