package larmor.validation.certified;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import larmor.model.Coefficients;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;

/**
 * Where trajectories of the paper's device end, to 25 decimals.
 *
 * <p>The initial-value problem is the one a solver sees: its coefficients and its start are the
 * doubles of {@link Oscillator#coefficients} and of the start, taken as exact. So the distance of a
 * solver from an entry is the solver's own error, down to the last bit. The device with decimal
 * parameters, exactly normalised, ends up to 2e-16 elsewhere.
 *
 * <p>The other table, {@link larmor.validation.CertifiedEndStates}, has exact decimal parameters
 * and many voltages at T = 1000; this one varies torque, form and start, and can be made again.
 *
 * <p>Each entry was computed twice, with different steps, and its uncertainty is the distance of
 * the two. {@link #regenerate()} makes the whole table again in a few minutes: the test of this
 * class does so with {@code -Dlarmor.certify=all}.
 */
public final class ReferenceEndStates {

    /** Along (0.01, 0, 1): the start of a sweep, near the parallel state. */
    public static final Magnetization NEAR_PARALLEL =
            Magnetization.normalized("--initial", 0.01, 0, 1);

    /** Along (0.6, 0.2, 0.7): far from every fixed point, all nonlinear terms at work. */
    public static final Magnetization TILTED = Magnetization.normalized("--initial", 0.6, 0.2, 0.7);

    /**
     * One end state.
     *
     * @param voltage v = V/V_c
     * @param selfTorque whether the self-induced torque acts
     * @param form which of the two equations
     * @param start m(0), to the bit
     * @param time t'
     * @param x m_x
     * @param y m_y
     * @param z m_z
     * @param uncertainty of each component
     */
    public record EndState(
            double voltage,
            boolean selfTorque,
            EquationForm form,
            Magnetization start,
            double time,
            BigDecimal x,
            BigDecimal y,
            BigDecimal z,
            double uncertainty) {

        /** The nearest doubles. */
        public Magnetization rounded() {
            return new Magnetization(x.doubleValue(), y.doubleValue(), z.doubleValue());
        }

        /** The largest distance of a component, formed before it is rounded to a double. */
        public double distanceTo(Magnetization m) {
            return Math.max(distance(x, m.x()), Math.max(distance(y, m.y()), distance(z, m.z())));
        }

        private static double distance(BigDecimal exact, double value) {
            return exact.subtract(new BigDecimal(value)).abs().doubleValue();
        }
    }

    private static final String RESOURCE = "/larmor/validation/reference-end-states.csv";
    private static final String HEADER =
            "voltage,self_torque,form,x0,y0,z0,time,mx,my,mz,uncertainty";

    /** Digits of the arithmetic: 15 more than are kept, for extrapolation loses two or three. */
    private static final int DIGITS = 40;

    private static final int DECIMALS = 25;

    /**
     * A period is about 10: at order 28 the step ¼ leaves less than 1e-26 at T = 100, the step ½
     * less than 1e-23. At T = 1000, near the separatrix, the error has grown by 1e4.
     */
    private static final int COLUMNS = 14;

    private static final int FINE_STEPS_PER_UNIT = 4;
    private static final int COARSE_STEPS_PER_UNIT = 2;

    private ReferenceEndStates() {}

    /** The committed table. */
    public static List<EndState> table() {
        List<String> lines = committed().lines().toList();
        if (!lines.getFirst().equals(HEADER)) {
            throw new IllegalStateException(RESOURCE + " does not start with " + HEADER);
        }
        return lines.stream().skip(1).map(ReferenceEndStates::parsed).toList();
    }

    /** The committed table as text. */
    static String committed() {
        try (InputStream stream = ReferenceEndStates.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The whole table made again; takes a few minutes. At T = 10 a run is short against 1/α, so
     * that orders of convergence show without the next one: see {@code larmor.validation.numerics}.
     */
    static List<EndState> regenerate() {
        List<EndState> states = new ArrayList<>();
        for (double voltage : new double[] {1.5, 2.0}) {
            states.addAll(certifyAll(voltage, NEAR_PARALLEL, 100));
        }
        for (double voltage : new double[] {0.8, 1.2, 1.5, 2.0}) {
            states.addAll(certifyAll(voltage, TILTED, 100));
        }
        for (double voltage : new double[] {1.5, 2.0}) {
            for (boolean selfTorque : new boolean[] {true, false}) {
                states.add(certify(voltage, selfTorque, EquationForm.EXACT, NEAR_PARALLEL, 1000));
            }
        }
        states.addAll(certifyAll(1.5, TILTED, 10));
        return List.copyOf(states);
    }

    private static List<EndState> certifyAll(double voltage, Magnetization start, int time) {
        List<EndState> states = new ArrayList<>();
        for (EquationForm form : EquationForm.values()) {
            for (boolean selfTorque : new boolean[] {true, false}) {
                states.add(certify(voltage, selfTorque, form, start, time));
            }
        }
        return states;
    }

    /** The table as it is committed. */
    static String csv(List<EndState> states) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (EndState state : states) {
            text.append(state.voltage())
                    .append(',')
                    .append(state.selfTorque() ? "on" : "off")
                    .append(',')
                    .append(state.form().id())
                    .append(',')
                    .append(state.start().x())
                    .append(',')
                    .append(state.start().y())
                    .append(',')
                    .append(state.start().z())
                    .append(',')
                    .append(state.time())
                    .append(',')
                    .append(state.x().toPlainString())
                    .append(',')
                    .append(state.y().toPlainString())
                    .append(',')
                    .append(state.z().toPlainString())
                    .append(',')
                    .append(state.uncertainty())
                    .append('\n');
        }
        return text.toString();
    }

    /**
     * The end of one trajectory of the paper's device, computed with two steps.
     *
     * @param voltage v = V/V_c
     * @param selfTorque whether the self-induced torque acts
     * @param form which of the two equations
     * @param start m(0)
     * @param time t', a whole number
     */
    public static EndState certify(
            double voltage, boolean selfTorque, EquationForm form, Magnetization start, int time) {
        DfpField field = new DfpField(DIGITS);
        Coefficients coefficients =
                Oscillator.of(Device.PAPER).coefficients(voltage, form, selfTorque);
        LiteralEquation equation = new LiteralEquation(field, coefficients);
        Extrapolation method = new Extrapolation(equation::rate, COLUMNS);
        Dfp[] m = {field.newDfp(start.x()), field.newDfp(start.y()), field.newDfp(start.z())};
        Dfp span = field.newDfp(time);
        Dfp[] fine = method.integrate(m, span, FINE_STEPS_PER_UNIT * time);
        Dfp[] coarse = method.integrate(m, span, COARSE_STEPS_PER_UNIT * time);
        Dfp distance = field.getZero();
        for (int i = 0; i < fine.length; i++) {
            Dfp difference = fine[i].subtract(coarse[i]).abs();
            distance = difference.greaterThan(distance) ? difference : distance;
        }
        return new EndState(
                voltage,
                selfTorque,
                form,
                start,
                time,
                decimal(fine[0]),
                decimal(fine[1]),
                decimal(fine[2]),
                uncertainty(distance));
    }

    private static BigDecimal decimal(Dfp value) {
        return new BigDecimal(value.toString()).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** The distance and half a unit of the last decimal, rounded up to one digit. */
    private static double uncertainty(Dfp distance) {
        BigDecimal halfUnit = new BigDecimal("0.5").movePointLeft(DECIMALS);
        BigDecimal sum = new BigDecimal(distance.toString()).add(halfUnit);
        int scale = sum.scale() - sum.precision() + 1;
        return sum.setScale(scale, RoundingMode.UP).doubleValue();
    }

    private static EndState parsed(String line) {
        String[] cells = line.split(",", -1);
        EquationForm form =
                Arrays.stream(EquationForm.values())
                        .filter(candidate -> candidate.id().equals(cells[2]))
                        .findFirst()
                        .orElseThrow();
        return new EndState(
                Double.parseDouble(cells[0]),
                cells[1].equals("on"),
                form,
                new Magnetization(
                        Double.parseDouble(cells[3]),
                        Double.parseDouble(cells[4]),
                        Double.parseDouble(cells[5])),
                Double.parseDouble(cells[6]),
                new BigDecimal(cells[7]),
                new BigDecimal(cells[8]),
                new BigDecimal(cells[9]),
                Double.parseDouble(cells[10]));
    }
}
