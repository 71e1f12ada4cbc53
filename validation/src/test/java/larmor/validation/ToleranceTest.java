package larmor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleFunction;
import larmor.ode.Dop853;
import larmor.ode.Dopri5;
import larmor.ode.ErrorControl;
import larmor.ode.ErrorNorm;
import larmor.ode.Solver;
import larmor.ode.Verner9;
import larmor.validation.hipparchus.HipparchusSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The largest error over the 64 voltages at t' = 1000 against what was asked for. */
class ToleranceTest {

    /** Issue of the project: an order better than what frequency and power need. */
    private static final double HIGH_ACCURACY = 1e-9;

    /**
     * The bits are deterministic, so the errors are; another order of operations moves the steps
     * that are taken, and the errors by some per cent. A lost digit is a factor of 10.
     */
    private static final double CHANGE_OF_ARITHMETIC = 1.5;

    private static final List<CertifiedEndStates.Row> ROWS = CertifiedEndStates.rows();

    @Test
    void tableHasSixtyFourVoltagesAndUnitVectors() {
        assertThat(ROWS).hasSize(64);
        assertThat(ROWS.getFirst().voltage()).isEqualTo(0.8);
        assertThat(ROWS.getLast().voltage()).isEqualTo(3);
        for (CertifiedEndStates.Row row : ROWS) {
            assertThat(Math.abs(row.end().norm() - 1)).isLessThan(2 * Math.ulp(1.0));
        }
    }

    /** At 1e-4 some voltages have lost the phase: two unit vectors are at most 2 apart. */
    @ParameterizedTest
    @CsvSource({
        "1e-4, 1.9, 2.0",
        "1e-5, 7.0e-1, 1.7e-1",
        "1e-6, 7.7e-2, 1.6e-2",
        "1e-7, 8.5e-3, 1.2e-3",
        "1e-8, 8.8e-4, 1.0e-4",
        "1e-9, 9.0e-5, 8.5e-6",
        "1e-10, 9.2e-6, 7.4e-7",
        "1e-11, 9.3e-7, 7.0e-8",
        "1e-12, 9.3e-8, 6.2e-9",
        "1e-13, 9.4e-9, 5.4e-10"
    })
    void largestErrorsAreThoseCommitted(double tolerance, double dopri5, double dop853) {
        assertCommitted(largestError(new Dopri5(tolerance)), dopri5);
        assertCommitted(largestError(Dop853.withTolerance(tolerance)), dop853);
    }

    @ParameterizedTest
    @CsvSource({"0.8, 3.4e-5", "0.55, 6.5e-7", "0.4, 2.4e-8", "0.25, 2.3e-10"})
    void largestErrorsOfVerner9AreThoseCommitted(double stepSize, double committed) {
        assertCommitted(largestError(new Verner9(stepSize)), committed);
    }

    private static void assertCommitted(double error, double committed) {
        assertThat(error)
                .isBetween(committed / CHANGE_OF_ARITHMETIC, committed * CHANGE_OF_ARITHMETIC);
    }

    /** Looser ones say little: the twins have lost the phase at some voltages. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10})
    void oursErrLessThanHipparchusAtEqualTolerance(double tolerance) {
        assertThat(largestError(new Dopri5(tolerance)))
                .isLessThan(largestError(HipparchusSolver.dopri5(tolerance)));
        assertThat(largestError(Dop853.withTolerance(tolerance)))
                .isLessThan(largestError(HipparchusSolver.dop853(tolerance)));
    }

    @Test
    void dop853ReachesHighAccuracyAtTolerance1em13AndAtStepAnEighth() {
        assertThat(largestError(Dop853.withTolerance(1e-13))).isLessThan(HIGH_ACCURACY);
        assertThat(largestError(Dop853.withStep(0.125))).isLessThan(HIGH_ACCURACY);
    }

    /** A hundredth of the tolerance is a hundredth of the error, within a factor of 2. */
    @Test
    void errorIsProportionalToTheTolerance() {
        assertProportional(Dopri5::new, 1e-7, 1e-9);
        assertProportional(Dop853::withTolerance, 1e-9, 1e-11);
    }

    private static void assertProportional(
            DoubleFunction<Solver> solver, double loose, double tight) {
        double ratio = largestError(solver.apply(loose)) / largestError(solver.apply(tight));
        assertThat(ratio * tight / loose).isBetween(0.5, 2.0);
    }

    /** Why the amplitude-relative norm is the default: less work for less error. */
    @Test
    void amplitudeRelativeNormNeedsFewerEvaluationsForTheSameError() {
        Solver relative = new Dop853(control(1e-12, ErrorNorm.AMPLITUDE_RELATIVE));
        Solver absolute = new Dop853(control(1e-13, ErrorNorm.ABSOLUTE));
        assertThat(largestError(relative)).isLessThan(largestError(absolute));
        assertThat(evaluations(relative)).isLessThan(evaluations(absolute));
    }

    private static ErrorControl control(double tolerance, ErrorNorm norm) {
        return new ErrorControl(tolerance, norm, ErrorControl.MOST_STEPS);
    }

    private static long evaluations(Solver solver) {
        long sum = 0;
        for (CertifiedEndStates.Row row : ROWS) {
            sum +=
                    solver.integrate(
                                    row.coefficients(),
                                    CertifiedEndStates.START,
                                    CertifiedEndStates.END_TIME)
                            .statistics()
                            .evaluations();
        }
        return sum;
    }

    private static double largestError(Solver solver) {
        double largest = 0;
        for (CertifiedEndStates.Row row : ROWS) {
            largest = Math.max(largest, row.error(solver));
        }
        return largest;
    }
}
