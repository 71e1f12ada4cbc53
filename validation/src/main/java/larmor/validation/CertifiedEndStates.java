package larmor.validation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import larmor.model.Coefficients;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.Solution;
import larmor.ode.Solver;

/**
 * A committed table of end states in quadruple precision: the paper's device, exact form,
 * self-induced torque on, from m(0) = (0.01, 0, 1)/√1.0001 to t' = 1000, for 64 voltages from 0.8
 * to 3. Made by extrapolation, which shares nothing with a Runge–Kutta solver; good to 1e-18.
 */
public final class CertifiedEndStates {

    /** t' at the end. */
    public static final double END_TIME = 1000;

    /** m(0). */
    public static final Magnetization START = Magnetization.normalized("start", 0.01, 0, 1);

    private static final String TABLE = "end-states-t1000.txt";

    private CertifiedEndStates() {}

    /**
     * One row.
     *
     * @param voltage v
     * @param end m(1000), rounded to doubles
     */
    public record Row(double voltage, Magnetization end) {

        /** The equation of this row. */
        public Coefficients coefficients() {
            return Oscillator.of(Device.PAPER).coefficients(voltage, EquationForm.EXACT, true);
        }

        /**
         * The distance of a solver's end state from the certified one; infinite where the run
         * failed.
         */
        public double error(Solver solver) {
            return switch (solver.integrate(coefficients(), START, END_TIME)) {
                case Solution.Completed completed -> distance(completed.end());
                case Solution.Failed _ -> Double.POSITIVE_INFINITY;
            };
        }

        private double distance(Magnetization m) {
            return new Magnetization(m.x() - end.x(), m.y() - end.y(), m.z() - end.z()).norm();
        }
    }

    /** All rows, by rising voltage. */
    public static List<Row> rows() {
        InputStream table =
                Objects.requireNonNull(
                        CertifiedEndStates.class.getResourceAsStream(TABLE),
                        "the table of end states is not on the class path");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(CertifiedEndStates::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] numbers = line.strip().split(" +", 4);
        return new Row(
                Double.parseDouble(numbers[0]),
                new Magnetization(
                        Double.parseDouble(numbers[1]),
                        Double.parseDouble(numbers[2]),
                        Double.parseDouble(numbers[3])));
    }
}
