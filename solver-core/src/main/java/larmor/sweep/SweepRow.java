package larmor.sweep;

import java.util.Optional;
import java.util.OptionalDouble;
import larmor.observable.Regime;
import larmor.observable.SteadyState;
import larmor.ode.NumericalFailure;

/**
 * One result of a sweep. What does not exist, such as the frequency of a static state or any value
 * of a failed run, is empty.
 *
 * @param voltage v = V/V_c
 * @param field in the device's own unit
 * @param selfTorque whether the self-induced torque acted
 * @param frequency ω/ω₀
 * @param frequencyUncertainty of ω/ω₀
 * @param power ⟨p⟩
 * @param powerUncertainty of ⟨p⟩
 * @param regime the kind of state
 * @param settled whether frequency and power lie within 1e-3 of those of the state it tends to
 * @param failure why the run gave up
 */
public record SweepRow(
        double voltage,
        double field,
        boolean selfTorque,
        OptionalDouble frequency,
        OptionalDouble frequencyUncertainty,
        OptionalDouble power,
        OptionalDouble powerUncertainty,
        Optional<Regime> regime,
        boolean settled,
        Optional<NumericalFailure> failure) {

    static SweepRow of(SweepPlan.Point point, SteadyState state) {
        double unit = point.oscillator().fmrFrequency();
        return new SweepRow(
                point.voltage(),
                point.field(),
                point.selfTorque(),
                over(state.frequency(), unit),
                over(state.frequencyUncertainty(), unit),
                OptionalDouble.of(state.power()),
                OptionalDouble.of(state.powerUncertainty()),
                Optional.of(state.regime()),
                state.settled(),
                Optional.empty());
    }

    static SweepRow failed(SweepPlan.Point point, NumericalFailure failure) {
        return new SweepRow(
                point.voltage(),
                point.field(),
                point.selfTorque(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                false,
                Optional.of(failure));
    }

    private static OptionalDouble over(OptionalDouble value, double unit) {
        return value.isPresent()
                ? OptionalDouble.of(value.getAsDouble() / unit)
                : OptionalDouble.empty();
    }
}
