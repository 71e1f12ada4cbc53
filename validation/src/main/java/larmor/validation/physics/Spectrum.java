package larmor.validation.physics;

import larmor.model.Coefficients;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.observable.SampledWindow;
import larmor.ode.Batch;
import larmor.ode.BatchSolver;
import larmor.ode.Sampling;
import larmor.validation.Subject;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.util.FastMath;
import org.hipparchus.util.SinCos;

/**
 * The line of a ring-down: |Σ ψ(t) exp(−iωt)|² of ψ = m_x/√a + i m_y/√b, which turns one way only
 * but for a share of order α. A decay exp(−Γt) gives a Lorentzian whose full width at half its
 * height is 2Γ.
 */
final class Spectrum {

    /** What is not linear in the tilt shifts the line by its square. */
    private static final Magnetization START = Magnetization.normalized("tilt", 1e-3, 0, 1);

    /** The paper's device without voltage has fallen by exp(−17) then. */
    private static final double TIME = 2000;

    /** Fourteen samples a period: the line of the sum is that of the integral to (ΓΔt)². */
    private static final int SAMPLES = 4000;

    /** RK4 adds ω(ωh)⁵/144 = 2e-10 to the decay. */
    private static final double STEP = 0.05;

    private static final double TOLERANCE = 1e-12;

    /** How far from the line its half height is sought, in units of its width. */
    private static final double REACH = 2;

    private static final double ROOT_ACCURACY = 1e-12;
    private static final int BRENT_ORDER = 5;
    private static final int MOST_ROOT_STEPS = 100;

    private final SampledWindow ringDown;
    private final double stretchX;
    private final double stretchY;

    private Spectrum(SampledWindow ringDown, Oscillator oscillator) {
        this.ringDown = ringDown;
        stretchX = 1 / Math.sqrt(oscillator.stiffnessY());
        stretchY = 1 / Math.sqrt(oscillator.stiffnessX());
    }

    /** The spectrum of a ring-down by this solver. */
    static Spectrum ofRingDown(Subject subject, Coefficients coefficients, Oscillator oscillator) {
        BatchSolver solver =
                subject.hasErrorControl() ? subject.withTolerance(TOLERANCE) : subject.atStep(STEP);
        Sampling sampling = new Sampling(0, TIME / SAMPLES, SAMPLES);
        SampledWindow window = new SampledWindow(sampling);
        Batch batch = new Batch(1);
        batch.set(0, coefficients, START);
        solver.integrate(
                batch,
                TIME,
                sampling,
                (index, time, _, _, x, y, z) -> window.accept(index, time, x[0], y[0], z[0]),
                1);
        return new Spectrum(window, oscillator);
    }

    /**
     * The full width of the line at half its height.
     *
     * @param frequency where it is, roughly
     * @param width how wide it is, roughly
     * @return NaN if there is no such line
     */
    double fullWidth(double frequency, double width) {
        try {
            double centre = root(omega -> at(omega).slope(), frequency, width / 2);
            double half = 0.5 * at(centre).power();
            UnivariateFunction excess = omega -> at(omega).power() - half;
            return root(excess, centre + REACH / 2 * width, REACH / 2 * width)
                    - root(excess, centre - REACH / 2 * width, REACH / 2 * width);
        } catch (MathRuntimeException noLine) {
            return Double.NaN;
        }
    }

    private static double root(UnivariateFunction function, double middle, double reach) {
        return new BracketingNthOrderBrentSolver(ROOT_ACCURACY, BRENT_ORDER)
                .solve(MOST_ROOT_STEPS, function, middle - reach, middle + reach);
    }

    /**
     * The spectrum at one frequency.
     *
     * @param power |Σ ψ exp(−iωt)|²
     * @param slope its derivative with respect to ω, up to a positive factor
     */
    private record Value(double power, double slope) {}

    private Value at(double omega) {
        double real = 0;
        double imaginary = 0;
        double weightedReal = 0;
        double weightedImaginary = 0;
        for (int i = 0; i < ringDown.count(); i++) {
            double time = ringDown.time(i);
            SinCos phase = FastMath.sinCos(omega * time);
            double x = stretchX * ringDown.x(i);
            double y = stretchY * ringDown.y(i);
            double re = x * phase.cos() + y * phase.sin();
            double im = y * phase.cos() - x * phase.sin();
            real += re;
            imaginary += im;
            weightedReal += time * re;
            weightedImaginary += time * im;
        }
        // d/dω brings down −it.
        return new Value(
                real * real + imaginary * imaginary,
                real * weightedImaginary - imaginary * weightedReal);
    }
}
