package larmor.validation.numerics;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.Batch;
import larmor.ode.BatchSampleSink;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.Sampling;
import larmor.ode.Solution;
import larmor.validation.CertifiedEndStates;
import larmor.validation.certified.ReferenceEndStates;
import larmor.validation.certified.ReferenceEndStates.EndState;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Laboratory;
import larmor.validation.page.Numeral;

/** The runs of a certified table, made again by a solver under test. */
final class CertifiedRuns {

    static final Oscillator PAPER = Oscillator.of(Device.PAPER);

    private final Laboratory laboratory;
    private final List<EndState> entries;
    private final Batch batch;
    private final double time;

    private CertifiedRuns(Laboratory laboratory, List<EndState> entries) {
        this.laboratory = laboratory;
        this.entries = entries;
        time = entries.getFirst().time();
        batch = new Batch(entries.size());
        for (int lane = 0; lane < entries.size(); lane++) {
            EndState entry = entries.get(lane);
            batch.set(
                    lane,
                    laboratory.coefficients(
                            PAPER, entry.voltage(), entry.form(), entry.selfTorque()),
                    entry.start());
        }
    }

    /** The entries of the table at a time that a condition selects. */
    static CertifiedRuns of(Laboratory laboratory, double time, Predicate<EndState> which) {
        return new CertifiedRuns(
                laboratory,
                laboratory.references().endStates().stream()
                        .filter(entry -> entry.time() == time && which.test(entry))
                        .toList());
    }

    /** Four runs on the limit cycle at v = 1.5 from far away: both forms, torque on and off. */
    static CertifiedRuns variants(Laboratory laboratory, double time) {
        return of(
                laboratory,
                time,
                entry -> entry.voltage() == 1.5 && entry.start().equals(ReferenceEndStates.TILTED));
    }

    /** All there are at a time, or four of them where it must be quick. */
    static CertifiedRuns of(Laboratory laboratory, double time, Effort effort) {
        return effort == Effort.QUICK
                ? variants(laboratory, time)
                : of(laboratory, time, _ -> true);
    }

    /**
     * The runs of the table of many voltages, to t' = 1000.
     *
     * @param every which of its rows are taken: each, every second, …
     */
    static CertifiedRuns manyVoltages(Laboratory laboratory, int every) {
        List<CertifiedEndStates.Row> rows = laboratory.references().certified();
        return new CertifiedRuns(
                laboratory,
                IntStream.range(0, rows.size())
                        .filter(i -> i % every == 0)
                        .mapToObj(i -> entry(rows.get(i)))
                        .toList());
    }

    private static EndState entry(CertifiedEndStates.Row row) {
        Magnetization end = row.end();
        return new EndState(
                row.voltage(),
                true,
                EquationForm.EXACT,
                CertifiedEndStates.START,
                CertifiedEndStates.END_TIME,
                new BigDecimal(end.x()),
                new BigDecimal(end.y()),
                new BigDecimal(end.z()),
                Rounding.UNIT);
    }

    List<EndState> entries() {
        return entries;
    }

    double time() {
        return time;
    }

    /** Words for one entry. */
    static String label(EndState entry) {
        return entry.form().id()
                + " form, torque "
                + (entry.selfTorque() ? "on" : "off")
                + ", v = "
                + Numeral.of(entry.voltage(), 4);
    }

    /** κ of each lane, for the equation as it should be. */
    double[] amplifications() {
        Batch honest = new Batch(entries.size());
        for (int lane = 0; lane < entries.size(); lane++) {
            EndState entry = entries.get(lane);
            honest.set(
                    lane,
                    PAPER.coefficients(entry.voltage(), entry.form(), entry.selfTorque()),
                    entry.start());
        }
        return Conditioning.of(honest, time, laboratory.threads());
    }

    /** Makes the runs. */
    Outcome run(BatchSolver solver) {
        int lanes = batch.lanes();
        BatchSolution solution =
                solver.integrate(
                        batch, time, Sampling.NONE, BatchSampleSink.IGNORE, laboratory.threads());
        double[][] ends = new double[lanes][3];
        double[] errors = new double[lanes];
        double[] steps = new double[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            Solution outcome = solution.solution(lane);
            steps[lane] = outcome.statistics().steps();
            if (outcome instanceof Solution.Completed completed && completed.end().isFinite()) {
                Magnetization end = completed.end();
                ends[lane] = new double[] {end.x(), end.y(), end.z()};
                errors[lane] = entries.get(lane).distanceTo(end);
            } else {
                Arrays.fill(ends[lane], Double.NaN);
                errors[lane] = Double.POSITIVE_INFINITY;
            }
        }
        return new Outcome(ends, errors, steps);
    }

    /** What came of the runs, lane by lane. */
    static final class Outcome {

        private final double[][] ends;
        private final double[] errors;
        private final double[] steps;

        private Outcome(double[][] ends, double[] errors, double[] steps) {
            this.ends = ends;
            this.errors = errors;
            this.steps = steps;
        }

        /** The largest distance of a component from the table; infinite where the run failed. */
        double[] errors() {
            return errors.clone();
        }

        /** Accepted steps. */
        double[] steps() {
            return steps.clone();
        }

        /** The mean of the accepted steps over the lanes. */
        double meanSteps() {
            return Arrays.stream(steps).average().orElseThrow();
        }

        double largestError() {
            return Arrays.stream(errors).max().orElseThrow();
        }

        /** The largest distance of a component in one lane; NaN if a run failed. */
        double distance(Outcome other, int lane) {
            double largest = 0;
            for (int c = 0; c < 3; c++) {
                double distance = Math.abs(ends[lane][c] - other.ends[lane][c]);
                // Keeps NaN.
                largest = distance <= largest ? largest : distance;
            }
            return largest;
        }
    }
}
