package larmor.ode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import larmor.model.Damping;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnet;
import larmor.model.Oscillator;
import larmor.model.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LlgsEquationTest {

    /** Random devices and directions in a test. */
    private static final int SAMPLES = 10_000;

    /** About twenty roundings of 1.1e-16, each relative to the sum of all terms. */
    private static final double ROUNDING = 4e-15;

    private static final double[] LENGTHS = {0.5, 1, 1.7};

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20261122, 1})
    void exactRateSolvesTheImplicitEquation(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double worst = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            Oscillator oscillator = RandomSystem.oscillator(random);
            double v = random.nextDouble(-3, 3);
            boolean selfTorque = random.nextBoolean();
            double[] m = RandomSystem.direction(random);
            double[] rate = rate(oscillator, v, EquationForm.EXACT, selfTorque, m);
            VectorAlgebra paper = new VectorAlgebra(oscillator, v, selfTorque);
            double residual = VectorAlgebra.norm(paper.implicitResidual(m, rate));
            worst = Math.max(worst, residual / paper.scale(m));
        }
        assertThat(worst).as("seed %d", seed).isPositive().isLessThan(ROUNDING);
    }

    @ParameterizedTest
    @EnumSource(EquationForm.class)
    void minimisedAlgebraIsTheVectorAlgebra(EquationForm form) {
        long seed = 8;
        SplittableRandom random = new SplittableRandom(seed);
        double worst = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            Oscillator oscillator = RandomSystem.oscillator(random);
            double v = random.nextDouble(-3, 3);
            boolean selfTorque = random.nextBoolean();
            double[] m = RandomSystem.direction(random);
            double[] rate = rate(oscillator, v, form, selfTorque, m);
            VectorAlgebra paper = new VectorAlgebra(oscillator, v, selfTorque);
            double[] literal = paper.rate(m, form);
            for (int i = 0; i < 3; i++) {
                worst = Math.max(worst, Math.abs(rate[i] - literal[i]) / paper.scale(m));
            }
        }
        assertThat(worst).as("seed %d", seed).isPositive().isLessThan(ROUNDING);
    }

    @ParameterizedTest
    @EnumSource(EquationForm.class)
    void rateIsPerpendicularToTheMagnetizationOnAndOffTheSphere(EquationForm form) {
        long seed = 23;
        SplittableRandom random = new SplittableRandom(seed);
        double worst = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            Oscillator oscillator = RandomSystem.oscillator(random);
            double v = random.nextDouble(-3, 3);
            boolean selfTorque = random.nextBoolean();
            double[] m = RandomSystem.direction(random);
            double length = LENGTHS[sample % LENGTHS.length];
            for (int i = 0; i < 3; i++) {
                m[i] *= length;
            }
            double[] rate = rate(oscillator, v, form, selfTorque, m);
            double scale = new VectorAlgebra(oscillator, v, selfTorque).scale(m) * length;
            worst = Math.max(worst, Math.abs(VectorAlgebra.dot(m, rate)) / scale);
        }
        assertThat(worst).as("seed %d", seed).isPositive().isLessThan(ROUNDING);
    }

    @Test
    void formsDifferInTheSecondOrderOfTheDamping() {
        double[] m = {0.6, 0.48, 0.64};
        double[] distance = new double[2];
        double[] dampings = {1e-3, 1e-4};
        for (int i = 0; i < 2; i++) {
            // κ scales with the damping, so that α, σ and β shrink together.
            Device device =
                    new Device(
                            Device.PAPER.junction(),
                            new Magnet(
                                    new Damping.Total(dampings[i]),
                                    0.35,
                                    Device.PAPER.magnet().anisotropy()),
                            new Units.Dimensionless(100 * dampings[i]));
            Oscillator oscillator = Oscillator.of(device);
            double[] exact = rate(oscillator, 1.5, EquationForm.EXACT, true, m);
            double[] leading = rate(oscillator, 1.5, EquationForm.LEADING_ORDER, true, m);
            for (int k = 0; k < 3; k++) {
                distance[i] = Math.max(distance[i], Math.abs(exact[k] - leading[k]));
            }
        }
        // Third-order terms correct the ratio 100 by a share of the larger damping.
        assertThat(distance[0] / distance[1]).isBetween(99.0, 101.0);
    }

    private static double[] rate(
            Oscillator oscillator, double v, EquationForm form, boolean selfTorque, double[] m) {
        double[] rate = new double[3];
        new LlgsEquation(oscillator.coefficients(v, form, selfTorque)).rate(m, rate);
        return rate;
    }
}
