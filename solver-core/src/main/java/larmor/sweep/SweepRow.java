package larmor.sweep;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import larmor.model.DerivedNumbers;
import larmor.model.Oscillator;
import larmor.observable.Regime;
import larmor.observable.SteadyState;

/**
 * One result of a sweep. What does not exist, such as the frequency of a static state or any value
 * of a failed run, is empty.
 *
 * @param point what was run
 * @param frequency ω/ω₀
 * @param frequencyUncertainty of ω/ω₀
 * @param power ⟨p⟩
 * @param powerUncertainty of ⟨p⟩
 * @param regime the kind of state
 * @param settled whether frequency and power lie within 1e-3 of those of the state it tends to
 * @param failure why the run has no result
 */
public record SweepRow(
        SweepPoint point,
        OptionalDouble frequency,
        OptionalDouble frequencyUncertainty,
        OptionalDouble power,
        OptionalDouble powerUncertainty,
        Optional<Regime> regime,
        boolean settled,
        Optional<RunFailure> failure) {

    /** The result of a run. */
    static SweepRow of(SweepPoint point, SteadyState state, double fmrFrequency) {
        return new SweepRow(
                point,
                over(state.frequency(), fmrFrequency),
                over(state.frequencyUncertainty(), fmrFrequency),
                OptionalDouble.of(state.power()),
                OptionalDouble.of(state.powerUncertainty()),
                Optional.of(state.regime()),
                state.settled(),
                Optional.empty());
    }

    /** A run without a result. */
    public static SweepRow failed(SweepPoint point, RunFailure failure) {
        return new SweepRow(
                point,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                false,
                Optional.of(failure));
    }

    /** v = V/V_c. */
    public double voltage() {
        return point.voltage();
    }

    /** The applied field, in the device's own unit. */
    public double field() {
        return point.field();
    }

    /** Whether the self-induced torque acted. */
    public boolean selfTorque() {
        return point.selfTorque();
    }

    /** The voltage in V, for a device in SI units; see {@link DerivedNumbers#volts}. */
    public OptionalDouble volts() {
        return inSi(numbers -> numbers.volts(voltage()));
    }

    /** The frequency in Hz, for a device in SI units; see {@link DerivedNumbers#hertz}. */
    public OptionalDouble hertz() {
        return inSi(numbers -> numbers.hertz(frequency));
    }

    /** Of the frequency in Hz. */
    public OptionalDouble hertzUncertainty() {
        return inSi(numbers -> numbers.hertz(frequencyUncertainty));
    }

    private OptionalDouble inSi(Function<DerivedNumbers, OptionalDouble> value) {
        boolean noOscillator = failure.filter(RunFailure::noOscillator).isPresent();
        return noOscillator
                ? OptionalDouble.empty()
                : value.apply(DerivedNumbers.of(Oscillator.of(point.device())));
    }

    private static OptionalDouble over(OptionalDouble value, double unit) {
        return value.isPresent()
                ? OptionalDouble.of(value.getAsDouble() / unit)
                : OptionalDouble.empty();
    }
}
