package larmor.validation.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import larmor.model.Anisotropy;
import larmor.model.Damping;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.InvalidInput;
import larmor.model.Magnet;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.Rk4;
import larmor.ode.Sampling;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LinearStabilityTest {

    private static final Oscillator PAPER = Oscillator.of(Device.PAPER);

    /** The deviation leaves the linear range by its square, 1e-12. */
    private static final double TILT = 1e-6;

    /** RK4 at h = 0.01 turns by |λ|(|λ|h)⁴/120 = 2e-11 too slowly. */
    private static final double STEP = 0.01;

    /** About a quarter of a period: the samples are far from parallel. */
    private static final double INTERVAL = 2;

    /** Truncation, nonlinearity and rounding together, 4e-11, with a margin. */
    private static final double OBSERVED = 1e-9;

    @ParameterizedTest
    @CsvSource({
        "0.7, EXACT, true",
        "0.7, EXACT, false",
        "0.7, LEADING_ORDER, true",
        "1.0, EXACT, true",
        "1.0, EXACT, false",
        "1.0, LEADING_ORDER, true",
        "1.3, EXACT, true",
        "1.3, LEADING_ORDER, true",
        "1.3, LEADING_ORDER, false"
    })
    void smallDeviationGrowsAndTurnsWithTheEigenvalue(
            double v, EquationForm form, boolean selfTorque) {
        assertObserved(PAPER, v, form, selfTorque);
    }

    @ParameterizedTest
    @EnumSource(EquationForm.class)
    void eigenvalueHoldsForAnyDiagonalAnisotropyAndStrongDamping(EquationForm form) {
        assertObserved(general(), 0.6, form, true);
        assertObserved(general(), 1.7, form, true);
    }

    private static void assertObserved(
            Oscillator oscillator, double v, EquationForm form, boolean selfTorque) {
        List<Magnetization> samples = new ArrayList<>();
        new Rk4(STEP)
                .integrate(
                        oscillator.coefficients(v, form, selfTorque),
                        Magnetization.normalized("start", TILT, 0, 1),
                        2 * INTERVAL,
                        Sampling.dividing(2 * INTERVAL, 2),
                        (_, _, x, y, z) -> samples.add(new Magnetization(x, y, z)));
        Complex observed =
                LinearStability.observedEigenvalue(
                        samples.get(0), samples.get(1), samples.get(2), INTERVAL);
        Complex exact = LinearStability.eigenvalue(oscillator, v, form);
        assertThat(observed.getReal()).isCloseTo(exact.getReal(), within(OBSERVED));
        assertThat(observed.getImaginary()).isCloseTo(exact.getImaginary(), within(OBSERVED));
    }

    @ParameterizedTest
    @EnumSource(EquationForm.class)
    void parallelStateIsMarginalAtTheCriticalVoltage(EquationForm form) {
        // A difference of two rates of order α, each rounded.
        double rounding = 1e-17;
        assertThat(LinearStability.eigenvalue(PAPER, 1, form).getReal())
                .isCloseTo(0, within(rounding));
        assertThat(LinearStability.eigenvalue(PAPER, 0.99, form).getReal()).isNegative();
        assertThat(LinearStability.eigenvalue(PAPER, 1.01, form).getReal()).isPositive();
    }

    @Test
    void frequencyAtTheCriticalVoltageIsTheClosedForm() {
        double a = 0.35;
        double b = 1.35;
        double alpha = 0.01;
        double s = alpha * 0.5 * (a + b);
        double rounding = 1e-15;
        assertThat(LinearStability.eigenvalue(PAPER, 1, EquationForm.EXACT).getImaginary())
                .isCloseTo(Math.sqrt((s * s + a * b) / (1 + alpha * alpha)), within(rounding));
        for (double v : new double[] {0.7, 1, 1.3}) {
            assertThat(
                            LinearStability.eigenvalue(PAPER, v, EquationForm.LEADING_ORDER)
                                    .getImaginary())
                    .isCloseTo(
                            Math.sqrt(a * b - 0.25 * alpha * alpha * (a - b) * (a - b)),
                            within(rounding));
        }
    }

    @Test
    void overdampedMagnetHasARealEigenvalue() {
        Oscillator soft = with(new Damping.Total(3), new Anisotropy(50, 0, 0));
        Complex slow = LinearStability.eigenvalue(soft, 0, EquationForm.LEADING_ORDER);
        assertThat(slow.getImaginary()).isZero();
        // λ² + α(a+b)λ + (1+α²)ab = 0, and the other root decays faster.
        double a = 0.35;
        double b = 50.35;
        double trace = -3 * (a + b);
        double determinant = (1 + 3 * 3) * a * b;
        assertThat(slow.getReal()).isBetween(0.5 * trace, 0.0);
        assertThat(slow.getReal() * (slow.getReal() - trace))
                .isCloseTo(-determinant, within(1e-12 * determinant));
        assertObserved(
                with(new Damping.Total(0.9), new Anisotropy(1.2, 0, 0.3)),
                0.5,
                EquationForm.EXACT,
                true);
    }

    @Test
    void samplesAlongOneLineDetermineNoEigenvalue() {
        Magnetization sample = new Magnetization(TILT, TILT, 1);
        assertThatThrownBy(
                        () -> LinearStability.observedEigenvalue(sample, sample, sample, INTERVAL))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("samples");
    }

    private static Oscillator general() {
        return with(new Damping.Total(0.2), new Anisotropy(0.7, 0.2, -0.1));
    }

    private static Oscillator with(Damping damping, Anisotropy anisotropy) {
        return Oscillator.of(
                new Device(
                        Device.PAPER.junction(),
                        new Magnet(damping, 0.35, anisotropy),
                        Device.PAPER.units()));
    }
}
