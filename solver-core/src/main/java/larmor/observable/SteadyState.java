package larmor.observable;

import java.util.Optional;
import java.util.OptionalDouble;
import larmor.model.Coefficients;
import larmor.model.Magnetization;

/**
 * What the last window of a run says about the state it tends to.
 *
 * <p>Frequency: |ω| of the highest peak of the Fourier transform of m_x + i m_y less its mean (GLD
 * Appendix B; without the subtraction the constant part of m_x outshines every line in precession
 * about ±x̂). Power: ⟨p⟩ = (1−⟨m_z⟩)/2. Both averages use a smooth window.
 *
 * <p>Uncertainty: the distance from the frequency and the power of the limit cycle, or of the state
 * at rest, that the equation itself has next to the run, plus what is not known of those (package
 * documentation). It is all that is wrong with the values, whatever the cause: what the window does
 * not resolve, what is left of the transient, what the solver's step or tolerance displaces. Where
 * nothing attracts next to the run, as while an oscillation still grows out of a small tilt, the
 * uncertainty is as large as the value can be wrong: the frequency between 0 and {@link
 * Coefficients#fastestPrecession()}, the power between 0 and 1.
 *
 * @param frequency |ω| in units of γμ₀M_s; empty for a static state
 * @param frequencyUncertainty largest error of the frequency; empty where that is
 * @param power ⟨p⟩, from 0 to 1
 * @param powerUncertainty largest error of the power
 * @param regime what kind of state it is
 * @param settled whether the transient has died out: whether frequency and power lie within {@link
 *     #SETTLED_TOLERANCE} of those of the attractor
 */
public record SteadyState(
        OptionalDouble frequency,
        OptionalDouble frequencyUncertainty,
        double power,
        double powerUncertainty,
        Regime regime,
        boolean settled) {

    /** A run has settled when this share of the final frequency and power is missing at most. */
    public static final double SETTLED_TOLERANCE = 1e-3;

    /** Below this rms variation of m_x + i m_y a state counts as static. */
    public static final double VARIATION_FLOOR = WindowReading.VARIATION_FLOOR;

    /** A static state within this of m_z = ±1 lies along ±ẑ. */
    private static final double POLE_DISTANCE = 1e-3;

    /** Fewer samples than this do not make a spectrum. */
    private static final int FEWEST_SAMPLES = 48;

    /**
     * A run that comes farther than this from where it was a period before, in units of the rms
     * variation, is no orbit yet. Interpolation between samples errs by 0.35²/8.
     */
    private static final double REPETITION = 0.1;

    /**
     * A state at rest that attracts an oscillation lies within it, and its mean is the mean of a
     * spiral: within this many times the rms variation.
     */
    private static final double REST_DISTANCE = 3;

    /**
     * Reads the state off a window of samples.
     *
     * @param samples the end of a run
     * @param coefficients the equation that was integrated
     * @throws IllegalArgumentException if there are fewer than 48 samples
     */
    public static SteadyState of(SampledWindow samples, Coefficients coefficients) {
        if (samples.count() < FEWEST_SAMPLES) {
            throw new IllegalArgumentException(
                    "a steady state takes at least "
                            + FEWEST_SAMPLES
                            + " samples, not "
                            + samples.count());
        }
        WindowReading reading = WindowReading.of(samples);
        Optional<Attractor.Cycle> cycle =
                reading.atRest() ? Optional.empty() : cycle(samples, coefficients, reading);
        Optional<? extends Attractor> attractor =
                cycle.isPresent() ? cycle : rest(coefficients, reading);
        return reading.atRest()
                ? atRest(reading, attractor)
                : oscillating(reading, attractor, cycle, samples, coefficients.fastestPrecession());
    }

    private static SteadyState atRest(
            WindowReading reading, Optional<? extends Attractor> attractor) {
        return new SteadyState(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                reading.power(),
                powerUncertainty(reading, attractor),
                staticRegime(reading),
                powerSettled(reading, attractor));
    }

    private static SteadyState oscillating(
            WindowReading reading,
            Optional<? extends Attractor> attractor,
            Optional<Attractor.Cycle> cycle,
            SampledWindow samples,
            double fastest) {
        double frequency = reading.frequency();
        double uncertainty = Math.max(frequency, fastest - frequency);
        boolean settled = false;
        if (cycle.isPresent()) {
            double period = cycle.get().period();
            double target = 2 * Math.PI / period;
            double missing = Math.abs(frequency - target);
            uncertainty = missing + target * (cycle.get().periodUncertainty() / period);
            settled = missing <= SETTLED_TOLERANCE * target && powerSettled(reading, attractor);
        }
        return new SteadyState(
                OptionalDouble.of(frequency),
                OptionalDouble.of(uncertainty),
                reading.power(),
                powerUncertainty(reading, attractor),
                precession(samples, frequency),
                settled);
    }

    private static Optional<Attractor.Cycle> cycle(
            SampledWindow samples, Coefficients coefficients, WindowReading reading) {
        double period = 2 * Math.PI / reading.frequency();
        if (!repeatsItself(samples, period, REPETITION * reading.variation())) {
            return Optional.empty();
        }
        int count = samples.count();
        int inPeriod = (int) Math.ceil(period / samples.interval());
        FastestState fastest = new FastestState(coefficients);
        for (int i = count - inPeriod; i < count; i++) {
            fastest.accept(i, samples.time(i), samples.x(i), samples.y(i), samples.z(i));
        }
        return CycleSearch.near(coefficients, fastest.state(), period, reading.variation());
    }

    /**
     * Whether the last sample and the state one period before it, between two samples, are near.
     */
    private static boolean repeatsItself(SampledWindow samples, double period, double farthest) {
        int last = samples.count() - 1;
        double place = last - period / samples.interval();
        // False for an infinite period.
        if (!(place >= 0)) {
            return false;
        }
        int before = (int) place;
        double part = place - before;
        double dx = samples.x(last) - between(samples.x(before), samples.x(before + 1), part);
        double dy = samples.y(last) - between(samples.y(before), samples.y(before + 1), part);
        double dz = samples.z(last) - between(samples.z(before), samples.z(before + 1), part);
        return dx * dx + dy * dy + dz * dz <= farthest * farthest;
    }

    private static double between(double from, double to, double part) {
        return from + part * (to - from);
    }

    private static Optional<Attractor.Rest> rest(Coefficients coefficients, WindowReading reading) {
        Magnetization mean = reading.mean();
        return RestSearch.near(
                coefficients,
                Magnetization.normalized("mean", mean.x(), mean.y(), mean.z()),
                REST_DISTANCE * Math.max(reading.variation(), VARIATION_FLOOR));
    }

    private static double powerUncertainty(
            WindowReading reading, Optional<? extends Attractor> attractor) {
        return attractor
                .map(found ->
                        Math.min(
                                1,
                                Math.abs(reading.power() - found.power())
                                        + found.powerUncertainty()))
                .orElse(1.0);
    }

    private static boolean powerSettled(
            WindowReading reading, Optional<? extends Attractor> attractor) {
        return attractor
                .map(found -> Math.abs(reading.power() - found.power()) <= powerTolerance(found))
                .orElse(false);
    }

    private static double powerTolerance(Attractor attractor) {
        double share = SETTLED_TOLERANCE * attractor.power();
        return switch (attractor) {
            case Attractor.Cycle _ -> share;
            // Along a pole the power is of second order in the tilt, which is static below 1e-3.
            case Attractor.Rest _ -> Math.max(share, VARIATION_FLOOR * VARIATION_FLOOR);
        };
    }

    private static Regime staticRegime(WindowReading reading) {
        if (reading.mean().z() > 1 - POLE_DISTANCE) {
            return Regime.PARALLEL;
        }
        return reading.mean().z() < -1 + POLE_DISTANCE ? Regime.ANTIPARALLEL : Regime.STATIC;
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
}
