package larmor.orbit;

import java.util.Optional;
import java.util.OptionalDouble;
import larmor.model.Magnetization;

/**
 * A point of a branch: a limit cycle, a static state, or where a branch of cycles turns or ends.
 *
 * @param voltage v = V/V_c
 * @param frequency ω/ω₀; empty for a static state, 0 for a homoclinic orbit, that of small
 *     deviations at a Hopf bifurcation
 * @param power ⟨p⟩ = (1−⟨m_z⟩)/2
 * @param period T in t'; empty for a static state and where it diverges
 * @param multiplier Floquet multiplier other than 1; empty for a static state and a homoclinic
 *     orbit
 * @param growthRate rate at which a small deviation grows: the larger real part of the eigenvalues
 *     of a static state, ln μ/T of a cycle; empty for a homoclinic orbit and where μ is 0
 * @param stable whether small deviations decay; empty where that changes or the branch ends
 * @param m the static state, a point of the cycle, or the saddle of a homoclinic orbit
 * @param bifurcation what happens to a branch of cycles here
 */
public record BranchPoint(
        double voltage,
        OptionalDouble frequency,
        double power,
        OptionalDouble period,
        OptionalDouble multiplier,
        OptionalDouble growthRate,
        Optional<Boolean> stable,
        Magnetization m,
        Optional<Bifurcation> bifurcation) {

    static BranchPoint of(LimitCycle cycle) {
        return new BranchPoint(
                cycle.voltage(),
                OptionalDouble.of(cycle.frequency()),
                cycle.power(),
                OptionalDouble.of(cycle.period()),
                OptionalDouble.of(cycle.multiplier()),
                cycle.growthRate(),
                Optional.of(cycle.stable()),
                cycle.start(),
                Optional.empty());
    }

    static BranchPoint of(StaticState state) {
        return new BranchPoint(
                state.voltage(),
                OptionalDouble.empty(),
                state.power(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(state.stability().growthRate()),
                Optional.of(state.stable()),
                state.m(),
                Optional.empty());
    }

    /** A static state whose stability changes at its voltage. */
    static BranchPoint marginal(StaticState state) {
        BranchPoint point = of(state);
        return new BranchPoint(
                point.voltage(),
                point.frequency(),
                point.power(),
                point.period(),
                point.multiplier(),
                OptionalDouble.of(0),
                Optional.empty(),
                point.m(),
                Optional.empty());
    }

    /** The same at a voltage that differs by rounding only. */
    BranchPoint at(double exactVoltage) {
        return new BranchPoint(
                exactVoltage,
                frequency,
                power,
                period,
                multiplier,
                growthRate,
                stable,
                m,
                bifurcation);
    }

    /** A cycle at which the branch turns back. */
    static BranchPoint fold(LimitCycle cycle) {
        return new BranchPoint(
                cycle.voltage(),
                OptionalDouble.of(cycle.frequency()),
                cycle.power(),
                OptionalDouble.of(cycle.period()),
                OptionalDouble.of(1),
                OptionalDouble.of(0),
                Optional.empty(),
                cycle.start(),
                Optional.of(Bifurcation.FOLD));
    }

    /** The static state to which a cycle shrinks. */
    static BranchPoint hopf(StaticState state, double fmrFrequency) {
        double frequency = state.stability().frequency();
        return new BranchPoint(
                state.voltage(),
                OptionalDouble.of(frequency / fmrFrequency),
                state.power(),
                OptionalDouble.of(2 * Math.PI / frequency),
                OptionalDouble.of(1),
                OptionalDouble.of(0),
                Optional.empty(),
                state.m(),
                Optional.of(Bifurcation.HOPF));
    }

    /** The orbit from a saddle to itself, on which m is at the saddle all the time. */
    static BranchPoint homoclinic(StaticState saddle) {
        return new BranchPoint(
                saddle.voltage(),
                OptionalDouble.of(0),
                saddle.power(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                saddle.m(),
                Optional.of(Bifurcation.HOMOCLINIC));
    }
}
