package larmor.ode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import larmor.model.Anisotropy;
import larmor.model.Coefficients;
import larmor.model.EquationForm;
import larmor.model.Oscillator;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Against Hipparchus' automatic differentiation of the equation as it stands on paper, along the
 * sphere and by v.
 */
class LlgsJacobianTest {

    private static final int SAMPLES = 2_000;

    /**
     * About sixty roundings of 1.1e-16, each relative to the sum of all terms; the denominator of a
     * random device enters its derivative squared.
     */
    private static final double ROUNDING = 3e-14;

    private static final int VARIABLES = 4;

    @ParameterizedTest
    @EnumSource(EquationForm.class)
    void derivativesAlongTheSphereAreThoseOfTheVectorAlgebra(EquationForm form) {
        long seed = 20261123;
        SplittableRandom random = new SplittableRandom(seed);
        double worst = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            Oscillator oscillator = RandomSystem.oscillator(random);
            double v = random.nextDouble(-3, 3);
            boolean selfTorque = random.nextBoolean();
            double[] m = RandomSystem.direction(random);
            Gradient[] expected = literalRate(oscillator, v, form, selfTorque, m);
            double[] rate = new double[3];
            double[] byState = new double[9];
            double[] byDrive = new double[3];
            Coefficients coefficients = oscillator.coefficients(v, form, selfTorque);
            new LlgsJacobian(coefficients).evaluate(m[0], m[1], m[2], rate, byState, byDrive);
            double drivePerVoltage = oscillator.coefficients(1, form, selfTorque).s();
            double scale = scale(oscillator, v, selfTorque, m);
            for (int i = 0; i < 3; i++) {
                worst = Math.max(worst, Math.abs(rate[i] - expected[i].getValue()) / scale);
                double partial = expected[i].getPartialDerivative(3);
                worst = Math.max(worst, Math.abs(byDrive[i] * drivePerVoltage - partial) / scale);
                double[] row = new double[3];
                for (int j = 0; j < 3; j++) {
                    row[j] = byState[3 * i + j] - expected[i].getPartialDerivative(j);
                }
                // Off the sphere the equation is continued in another way than on paper.
                double radial = VectorAlgebra.dot(row, m);
                for (int j = 0; j < 3; j++) {
                    worst = Math.max(worst, Math.abs(row[j] - radial * m[j]) / scale);
                }
            }
        }
        assertThat(worst).as("seed %d", seed).isPositive().isLessThan(ROUNDING);
    }

    /** The largest of the terms of ṁ and of their derivatives by the angle. */
    private static double scale(Oscillator oscillator, double v, boolean selfTorque, double[] m) {
        double torques = new VectorAlgebra(oscillator, v, selfTorque).scale(m);
        double steepest = oscillator.seriesConductance(1) / oscillator.seriesConductance(m[2]);
        return torques * (1 + steepest) * (1 + steepest);
    }

    private static Gradient[] literalRate(
            Oscillator oscillator, double v, EquationForm form, boolean selfTorque, double[] m) {
        Gradient[] x = new Gradient[3];
        for (int i = 0; i < 3; i++) {
            x[i] = Gradient.variable(VARIABLES, i, m[i]);
        }
        Gradient voltage = Gradient.variable(VARIABLES, 3, v);
        Gradient c = x[2];
        Gradient conductance = linear(oscillator::seriesConductance, c);
        Gradient alpha = linear(oscillator::damping, c);
        Gradient sigma =
                voltage.multiply(oscillator.criticalTorque() * oscillator.seriesConductance(1))
                        .divide(conductance);
        double torque = oscillator.selfInducedTorque(0) * oscillator.seriesConductance(0);
        Gradient beta = conductance.reciprocal().multiply(selfTorque ? torque : 0);

        Anisotropy n = oscillator.device().magnet().anisotropy();
        Gradient[] h = {
            x[0].multiply(-n.nx()),
            x[1].multiply(-n.ny()),
            x[2].multiply(-n.nz()).add(oscillator.field())
        };
        Gradient zero = Gradient.constant(VARIABLES, 0);
        Gradient[] q = {x[1].negate(), x[0], zero};
        Gradient[] p = cross(x, q);
        Gradient[] w = cross(h, x);
        boolean exact = form == EquationForm.EXACT;
        Gradient[] f = exact ? sum(w, scaled(sigma.negate(), p)) : w;
        Gradient along = q[0].multiply(f[0]).add(q[1].multiply(f[1]));
        Gradient[] numerator =
                sum(sum(f, scaled(alpha, cross(x, f))), scaled(beta.multiply(along), p));
        if (!exact) {
            return sum(numerator, scaled(sigma.negate(), p));
        }
        Gradient sineSquared = x[0].multiply(x[0]).add(x[1].multiply(x[1]));
        Gradient denominator =
                alpha.multiply(alpha).add(alpha.multiply(beta).multiply(sineSquared)).add(1);
        return scaled(denominator.reciprocal(), numerator);
    }

    /** A function of the angle that is linear in c. */
    private static Gradient linear(DoubleUnaryOperator function, Gradient c) {
        double atZero = function.applyAsDouble(0);
        return c.multiply(function.applyAsDouble(1) - atZero).add(atZero);
    }

    private static Gradient[] cross(Gradient[] a, Gradient[] b) {
        return new Gradient[] {
            a[1].multiply(b[2]).subtract(a[2].multiply(b[1])),
            a[2].multiply(b[0]).subtract(a[0].multiply(b[2])),
            a[0].multiply(b[1]).subtract(a[1].multiply(b[0]))
        };
    }

    private static Gradient[] scaled(Gradient factor, Gradient[] a) {
        return new Gradient[] {factor.multiply(a[0]), factor.multiply(a[1]), factor.multiply(a[2])};
    }

    private static Gradient[] sum(Gradient[] a, Gradient[] b) {
        return new Gradient[] {a[0].add(b[0]), a[1].add(b[1]), a[2].add(b[2])};
    }
}
