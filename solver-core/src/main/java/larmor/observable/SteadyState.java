package larmor.observable;

import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What the last window of a run says about the state it tends to.
 *
 * <p>Frequency: |ω| of the highest peak of the Fourier transform of m_x + i m_y less its mean (GLD
 * Appendix B; without the subtraction the constant part of m_x outshines every line in precession
 * about ±x̂). Power: ⟨p⟩ = (1−⟨m_z⟩)/2. Both averages use a smooth window.
 *
 * <p>Settled: the window is cut into three thirds and each is measured by itself. A relaxation
 * shrinks from third to third by a constant ratio, so the three values give what is still to come;
 * a run has settled when that is at most {@link #SETTLED_TOLERANCE} of the value. A change that
 * grows is never settled.
 *
 * @param frequency |ω| in units of γμ₀M_s; empty for a static state
 * @param frequencyUncertainty of the frequency; empty where that is
 * @param power ⟨p⟩, from 0 to 1
 * @param powerUncertainty of the power
 * @param regime what kind of state it is
 * @param settled whether the transient has died out
 */
public record SteadyState(
        OptionalDouble frequency,
        OptionalDouble frequencyUncertainty,
        double power,
        double powerUncertainty,
        Regime regime,
        boolean settled) {

    /** A run whose frequency and power will still change by less than this share has settled. */
    public static final double SETTLED_TOLERANCE = 1e-3;

    /** Below this rms variation of m_x + i m_y a state counts as static. */
    public static final double VARIATION_FLOOR = 1e-3;

    /** A static state within this of m_z = ±1 lies along ±ẑ. */
    private static final double POLE_DISTANCE = 1e-3;

    /**
     * What a third of the window resolves of a steady value, as a share of it: the side lobes of
     * the smooth window, 2e-5 (4/k)³ with k the periods in a third; 1e-6 at k = 11.
     */
    private static final double RESOLUTION = 1e-6;

    /** Fewer samples than this do not make three thirds with a spectrum. */
    private static final int FEWEST_SAMPLES = 48;

    /**
     * Reads the state off a window of samples.
     *
     * @throws IllegalArgumentException if there are fewer than 48 samples
     */
    public static SteadyState of(SampledWindow samples) {
        int count = samples.count();
        if (count < FEWEST_SAMPLES) {
            throw new IllegalArgumentException(
                    "a steady state takes at least " + FEWEST_SAMPLES + " samples, not " + count);
        }
        Reading whole = Reading.of(samples, 0, count);
        int third = count / 3;
        Reading[] thirds = new Reading[3];
        for (int i = 0; i < 3; i++) {
            thirds[i] = Reading.of(samples, i * third, third);
        }
        return whole.variation < VARIATION_FLOOR
                ? atRest(whole, thirds)
                : oscillating(whole, thirds, samples);
    }

    private static SteadyState atRest(Reading whole, Reading[] thirds) {
        double toCome = stillToCome(thirds, Reading::power, whole.power);
        // Along a pole the power is second order in the tilt: what is left of it is below 1e-6.
        boolean settled =
                toCome <= SETTLED_TOLERANCE * whole.power
                        || toCome <= VARIATION_FLOOR * VARIATION_FLOOR;
        return new SteadyState(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                whole.power,
                powerUncertainty(toCome, whole, thirds),
                staticRegime(whole),
                settled);
    }

    private static SteadyState oscillating(Reading whole, Reading[] thirds, SampledWindow samples) {
        double powerToCome = stillToCome(thirds, Reading::power, whole.power);
        double frequency = whole.frequency();
        // While the power still grows the frequency will follow it, however little it moves now.
        double frequencyToCome =
                Double.isInfinite(powerToCome)
                        ? powerToCome
                        : stillToCome(thirds, Reading::frequency, frequency);
        double drift = Math.abs(thirds[2].frequency() - frequency);
        return new SteadyState(
                OptionalDouble.of(frequency),
                OptionalDouble.of(Math.min(frequency, frequencyToCome + drift)),
                whole.power,
                powerUncertainty(powerToCome, whole, thirds),
                precession(samples, frequency),
                powerToCome <= SETTLED_TOLERANCE * whole.power
                        && frequencyToCome <= SETTLED_TOLERANCE * frequency);
    }

    private static double powerUncertainty(double toCome, Reading whole, Reading[] thirds) {
        return Math.min(1, toCome + Math.abs(thirds[2].power - whole.power));
    }

    /**
     * The change still to come after three equally spaced values: the rest of the geometric series
     * of their differences, infinite where those grow.
     */
    private static double stillToCome(
            Reading[] thirds, ToDoubleFunction<Reading> value, double scale) {
        double middle = value.applyAsDouble(thirds[1]);
        double before = Math.abs(middle - value.applyAsDouble(thirds[0]));
        double last = Math.abs(value.applyAsDouble(thirds[2]) - middle);
        double resolved = RESOLUTION * Math.abs(scale);
        if (last <= resolved && before <= resolved) {
            return Math.max(last, before);
        }
        if (last >= before) {
            return Double.POSITIVE_INFINITY;
        }
        double ratio = last / before;
        return Math.max(last * ratio / (1 - ratio), resolved);
    }

    private static Regime staticRegime(Reading reading) {
        if (reading.meanZ > 1 - POLE_DISTANCE) {
            return Regime.PARALLEL;
        }
        return reading.meanZ < -1 + POLE_DISTANCE ? Regime.ANTIPARALLEL : Regime.STATIC;
    }

    /** About ẑ if (m_x, m_y) goes round the origin about once in a period, else about ±x̂. */
    private static Regime precession(SampledWindow samples, double frequency) {
        int turns = 0;
        for (int i = 1; i < samples.count(); i++) {
            boolean wasAbove = samples.y(i - 1) >= 0;
            boolean isAbove = samples.y(i) >= 0;
            if (wasAbove != isAbove && samples.x(i) > 0) {
                turns += isAbove ? 1 : -1;
            }
        }
        double periods = samples.count() * samples.interval() * frequency / (2 * Math.PI);
        return Math.abs(turns) > 0.5 * periods ? Regime.IN_PLANE : Regime.OUT_OF_PLANE;
    }

    /** What a stretch of samples says by itself. */
    private record Reading(double omega, double power, double meanZ, double variation) {

        double frequency() {
            return Math.abs(omega);
        }

        static Reading of(SampledWindow samples, int from, int count) {
            double[] weights = SmoothWindow.weights(count);
            double meanX = 0;
            double meanY = 0;
            double meanZ = 0;
            // 1 − m_z from the transverse part, so that a small tilt is not lost in rounding.
            double meanPower = 0;
            for (int i = 0; i < count; i++) {
                double x = samples.x(from + i);
                double y = samples.y(from + i);
                double z = samples.z(from + i);
                meanX += weights[i] * x;
                meanY += weights[i] * y;
                meanZ += weights[i] * z;
                double oneMinusZ = z > 0 ? (x * x + y * y) / (1 + z) : 1 - z;
                meanPower += weights[i] * 0.5 * oneMinusZ;
            }
            double[] re = new double[count];
            double[] im = new double[count];
            double variance = 0;
            for (int i = 0; i < count; i++) {
                double x = samples.x(from + i) - meanX;
                double y = samples.y(from + i) - meanY;
                variance += weights[i] * (x * x + y * y);
                re[i] = weights[i] * x;
                im[i] = weights[i] * y;
            }
            double variation = Math.sqrt(variance);
            double omega =
                    variation < VARIATION_FLOOR
                            ? 0
                            : new SpectralPeak(re, im).anglePerSample() / samples.interval();
            return new Reading(omega, meanPower, meanZ, variation);
        }
    }
}
