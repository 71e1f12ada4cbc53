package larmor.orbit;

import java.util.OptionalDouble;
import larmor.model.Magnetization;
import larmor.observable.Regime;

/**
 * A periodic motion, found directly.
 *
 * @param regime in-plane or out-of-plane
 * @param voltage v = V/V_c
 * @param amplitude s: the angle from the state about which m precesses to where the cycle cuts the
 *     meridian of the hard axis
 * @param start m there
 * @param period T in t'
 * @param frequency ω/ω₀
 * @param power ⟨p⟩ = (1−⟨m_z⟩)/2, over the period
 * @param multiplier μ, the Floquet multiplier other than 1: what is left of a small deviation after
 *     a period; at least 0, and 0 where that is less than rounding
 */
public record LimitCycle(
        Regime regime,
        double voltage,
        double amplitude,
        Magnetization start,
        double period,
        double frequency,
        double power,
        double multiplier) {

    static LimitCycle of(ReturnMap map, double voltage, double amplitude, ReturnMap.Arrival once) {
        int parts = map.family().partsPerPeriod();
        double period = parts * once.time();
        double multiplier = 1;
        for (int i = 0; i < parts; i++) {
            multiplier *= once.byAmplitude();
        }
        return new LimitCycle(
                map.family().regime(),
                voltage,
                amplitude,
                once.start(),
                period,
                2 * Math.PI / (period * map.driven().oscillator().fmrFrequency()),
                once.powerTime() / once.time(),
                // Trajectories on a sphere do not cross: below 0 is only what was rounded.
                Math.max(0, multiplier));
    }

    /** Whether neighbours approach it. */
    public boolean stable() {
        return multiplier < 1;
    }

    /**
     * ln μ/T: the rate at which a small deviation grows, in units of γμ₀M_s; empty where nothing is
     * left of it after a period.
     */
    public OptionalDouble growthRate() {
        return multiplier > 0
                ? OptionalDouble.of(StrictMath.log(multiplier) / period)
                : OptionalDouble.empty();
    }
}
