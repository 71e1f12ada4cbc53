package larmor.validation.physics;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import larmor.validation.ladder.PowerLaw;
import org.hipparchus.analysis.polynomials.PolynomialFunctionLagrangeForm;

/**
 * A number at several scales ε of damping and spin ratio. It is even in ε, because t → −t, m_y →
 * −m_y with −α, −σ, −β in place of α, σ, β is a symmetry of the equation.
 *
 * @param scales ε, all different
 * @param values the number at each; NaN where it does not exist
 */
record DampingSeries(List<Double> scales, List<Double> values) {

    DampingSeries {
        scales = List.copyOf(scales);
        values = List.copyOf(values);
    }

    /** The number as a function of ε. */
    static DampingSeries of(List<Double> scales, DoubleUnaryOperator number) {
        return new DampingSeries(
                scales, scales.stream().map(epsilon -> number.applyAsDouble(epsilon)).toList());
    }

    /** |value − reference| at each scale. */
    List<Double> distances(double reference) {
        return values.stream().map(value -> Math.abs(value - reference)).toList();
    }

    /** How the distance from a reference falls with ε. */
    PowerLaw powerLaw(double reference) {
        return PowerLaw.fit(scales, distances(reference));
    }

    /** The number at ε = 0, by a polynomial in ε² through all values. */
    double limit() {
        return PolynomialFunctionLagrangeForm.evaluate(
                scales.stream().mapToDouble(epsilon -> epsilon * epsilon).toArray(),
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                0);
    }
}
