package larmor.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import larmor.model.Coefficients;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.LlgsEquation;
import larmor.validation.certified.LiteralEquation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One evaluation of the right-hand side for one trajectory, with the one division that a solver
 * folds its step into. In lanes it does not stand alone: there {@link LaneSteps} tells the time of
 * a step per evaluation.
 *
 * <p>Before it is timed, the rates are held against vector algebra in decimal arithmetic.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
// One small method: the compiler is done with it in a tenth of a second.
@Warmup(iterations = 5, time = 100, timeUnit = TimeUnit.MILLISECONDS)
// An iteration holds a hundred thousand operations.
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
// A launch is one observation; whoever compares starts several.
@Fork(
        value = 1,
        jvmArgsAppend = {JvmFlags.ALIGNED_ARRAYS, JvmFlags.NO_WARNINGS})
public class RightHandSide {

    /** Few enough to stay in the fastest cache, and no multiple of a turn of the spiral. */
    private static final int POINTS = 64;

    /** As between the stages of a step; the points stay where they are to many digits. */
    private static final double STEP = 1e-6;

    private static final double VOLTAGE = 1.5;

    /** Tens of roundings of numbers not above 2, and the one of the reference to a double. */
    private static final double LARGEST_ERROR = 64 * Math.ulp(1.0);

    /** Of the equation. */
    @Param public EquationForm form = EquationForm.EXACT;

    private final double[][] points = new double[POINTS][];
    private final double[] rate = new double[3];
    private final double[] moved = new double[3];
    private LlgsEquation equation = new LlgsEquation(coefficients(form));
    private Answer.Values values = Answer.Values.NONE;
    private Answer.Values results = Answer.Values.NONE;
    private double sum;

    private static Coefficients coefficients(EquationForm form) {
        return Oscillator.of(Device.PAPER).coefficients(VOLTAGE, form, true);
    }

    /**
     * Spreads points over the sphere, along a spiral, and refuses wrong rates there.
     *
     * @throws IllegalStateException if one is
     */
    @Setup
    public void prepare() {
        Coefficients coefficients = coefficients(form);
        equation = new LlgsEquation(coefficients);
        LiteralEquation reference = new LiteralEquation(coefficients);
        double goldenAngle = Math.PI * (3 - Math.sqrt(5));
        double largest = 0;
        double[] rates = new double[3 * POINTS];
        for (int i = 0; i < POINTS; i++) {
            double z = 1 - (2.0 * i + 1) / POINTS;
            double rho = Math.sqrt(1 - z * z);
            Magnetization m =
                    Magnetization.normalized(
                            "point",
                            rho * StrictMath.cos(i * goldenAngle),
                            rho * StrictMath.sin(i * goldenAngle),
                            z);
            points[i] = new double[] {m.x(), m.y(), m.z()};
            equation.rate(points[i], rate);
            double[] exact = reference.rate(points[i]);
            for (int j = 0; j < 3; j++) {
                rates[3 * i + j] = rate[j];
                largest = Math.max(largest, Math.abs(rate[j] - exact[j]));
            }
        }
        if (!(largest < LARGEST_ERROR)) {
            throw new IllegalStateException("the right-hand side errs by " + largest);
        }
        values = Answer.Values.of(Arrays.stream(rates), largest, POINTS);
        sum = sumOfRates();
        move();
        results = results();
    }

    /** Of the last operation of either kind. */
    private Answer.Values results() {
        return Answer.Values.of(
                DoubleStream.concat(DoubleStream.of(sum), Arrays.stream(moved)), 0, 0);
    }

    private double sumOfRates() {
        double all = 0;
        for (double[] point : points) {
            equation.rate(point, rate);
            all += rate[0] + rate[1] + rate[2];
        }
        return all;
    }

    private void move() {
        System.arraycopy(points[1], 0, moved, 0, moved.length);
        for (int i = 0; i < POINTS; i++) {
            equation.rate(moved, rate);
            for (int j = 0; j < moved.length; j++) {
                moved[j] = Math.fma(STEP, rate[j], moved[j]);
            }
        }
    }

    /** At points that are all known before: as much at once as the processor can. */
    @Benchmark
    @OperationsPerInvocation(POINTS)
    public double independent(Answer answer) {
        answer.show(values);
        sum = sumOfRates();
        return sum;
    }

    /** At points each of which waits for the rate at the one before, as the stages of a step do. */
    @Benchmark
    @OperationsPerInvocation(POINTS)
    public double chained(Answer answer) {
        answer.show(values);
        move();
        return moved[2];
    }

    /**
     * Looks at the last answer that was timed.
     *
     * @throws IllegalStateException if it is another than before it was compiled
     */
    @TearDown(Level.Trial)
    public void check() {
        results.requireSame("the right-hand side", results());
    }
}
