package larmor.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What follows from a device's numbers.
 *
 * @param fmrFrequency ω₀ = √(ab), in γμ₀M_s
 * @param fmrHertz ω₀/2π in Hz, for a device in SI units
 * @param criticalVoltage V_c = s_c [g_l(1)+g_r]/(κ g_l^s g_r), in 4πħγμ₀M_s/e; empty where there is
 *     no spin-transfer torque
 * @param criticalVolts V_c in V, for a device in SI units
 * @param saturationTesla μ₀M_s in T, for a device in SI units
 * @param rate γμ₀M_s in rad/s, for a device in SI units
 * @param dampingParallel α(0), at θ = 0
 * @param dampingAntiparallel α(π)
 * @param intrinsicDamping α₀
 * @param spinRatio κ = ħγ/M𝒱
 * @param criticalTorque s_c
 * @param tmrLeft (R_AP−R_P)/R_P of the left junction by itself; empty where it is infinite, and
 *     where no current flows in either state
 * @param tmrSeries the same of both junctions in series, which is what a measurement sees
 * @param selfTorqueStrength β(1)/α(1): the self-induced torque against the damping
 * @param leadPolarization of the fixed lead, implied by the conductances
 */
public record DerivedNumbers(
        double fmrFrequency,
        OptionalDouble fmrHertz,
        OptionalDouble criticalVoltage,
        OptionalDouble criticalVolts,
        OptionalDouble saturationTesla,
        OptionalDouble rate,
        double dampingParallel,
        double dampingAntiparallel,
        double intrinsicDamping,
        double spinRatio,
        double criticalTorque,
        OptionalDouble tmrLeft,
        OptionalDouble tmrSeries,
        double selfTorqueStrength,
        double leadPolarization) {
    /** A quotient and a product by the same number err by less than half a unit of these. */
    private static final MathContext DECIMAL = new MathContext(15);

    /** The numbers of an oscillator. */
    public static DerivedNumbers of(Oscillator oscillator) {
        double gParallel = oscillator.conductance(1);
        double gAntiparallel = oscillator.conductance(-1);
        double gRight = oscillator.gRight();
        double series = (gRight + gAntiparallel) / gAntiparallel;
        double seriesParallel = (gRight + gParallel) / gParallel;
        double criticalVoltage =
                oscillator.criticalTorque()
                        * (gParallel + gRight)
                        / (oscillator.spinRatio() * oscillator.spinConductance() * gRight);
        Units units = oscillator.device().units();
        return new DerivedNumbers(
                oscillator.fmrFrequency(),
                inSi(units, si -> oscillator.fmrFrequency() * si.rate() / (2 * Math.PI)),
                finite(criticalVoltage),
                inSi(units, si -> criticalVoltage * voltageUnit(si)),
                inSi(units, Units.Si::saturationField),
                inSi(units, Units.Si::rate),
                oscillator.damping(1),
                oscillator.damping(-1),
                oscillator.intrinsicDamping(),
                oscillator.spinRatio(),
                oscillator.criticalTorque(),
                finite(gParallel / gAntiparallel - 1),
                finite(series / seriesParallel - 1),
                oscillator.selfInducedTorque(1) / oscillator.damping(1),
                oscillator.leadPolarization());
    }

    /**
     * The voltage v = V/V_c in V, to 15 digits: a decimal number of volts that was divided by V_c
     * comes back as it was. Empty where V_c has no number of volts, and where the product is beyond
     * the largest double.
     */
    public OptionalDouble volts(double voltage) {
        OptionalDouble product = product(criticalVolts, OptionalDouble.of(voltage));
        return product.isPresent()
                ? finite(BigDecimal.valueOf(product.getAsDouble()).round(DECIMAL).doubleValue())
                : product;
    }

    /**
     * The frequency ω/ω₀ in Hz; empty where there is none, where ω₀ has no number of hertz, and
     * where the product is beyond the largest double.
     */
    public OptionalDouble hertz(OptionalDouble frequency) {
        return product(fmrHertz, frequency);
    }

    /**
     * The time t' in s; empty for a device without a scale of time, and where the quotient is
     * beyond the largest double.
     */
    public OptionalDouble seconds(double time) {
        return rate.isPresent() ? finite(time / rate.getAsDouble()) : OptionalDouble.empty();
    }

    private static OptionalDouble product(OptionalDouble unit, OptionalDouble value) {
        return unit.isPresent() && value.isPresent()
                ? finite(unit.getAsDouble() * value.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble inSi(Units units, ToDoubleFunction<Units.Si> number) {
        return units instanceof Units.Si si
                ? finite(number.applyAsDouble(si))
                : OptionalDouble.empty();
    }

    /** 4πħγμ₀M_s/e in V. */
    private static double voltageUnit(Units.Si si) {
        return 4
                * Math.PI
                * PhysicalConstants.REDUCED_PLANCK
                * si.rate()
                / PhysicalConstants.ELEMENTARY_CHARGE;
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
