package larmor.bench.choice;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.Batch;
import larmor.ode.BatchSampleSink;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.BatchSolvers;
import larmor.ode.Rk4;
import larmor.ode.Sampling;
import larmor.ode.Solution;
import larmor.ode.Verner9;
import larmor.sweep.Sweep;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepProtocol;
import larmor.sweep.SweepRow;

/**
 * Runs at many voltages, held against the same runs by a solver of order 9 at a step so small that
 * rounding is all that is left. No clock is involved: the numbers are the same on every machine.
 */
final class ReferenceRuns {

    /** Of the voltages that are looked at one in so many may be above what is promised. */
    private static final int ONE_IN = 1000;

    /** Its truncation error is below 1e-14 a turn; a shorter one would only add rounding. */
    private static final double REFERENCE_STEP = 0.1;

    /** The distance of the two references is the error of this one, and bounds the other's. */
    private static final double SECOND_REFERENCE_STEP = 0.125;

    /** Where the error of the coarsest sensible steps shows which voltages are hard. */
    private static final double HARDNESS_STEP_OF_ORDER_9 = 0.6;

    /** The same for a method whose errors have another direction. */
    private static final double HARDNESS_STEP_OF_ORDER_4 = 0.05;

    /** Of each of the two. */
    private static final int HARD = 12;

    /** So that even runs to t' = 1e6 take seconds. */
    private static final int FEWEST_VOLTAGES = 16;

    private static final int MOST_VOLTAGES = 4096;

    /** Rows of a sweep take long to read, and are harder only at the ends of branches. */
    private static final int MOST_OBSERVED_VOLTAGES = 256;

    /** The sum of t' over all voltages: a second or two for the reference. */
    private static final double TOTAL_TIME = 6.4e6;

    private final Question question;
    private final double[] voltages;
    private final double[][] reference;
    private int[] hard = {};

    ReferenceRuns(Question question) {
        this(question, Question.voltages(count(question)));
    }

    /** At other voltages than those of a search. */
    ReferenceRuns(Question question, double[] voltages) {
        this.question = question;
        this.voltages = voltages.clone();
        reference =
                read(verner9(BatchSolvers.choose(), REFERENCE_STEP), everywhere(voltages.length));
    }

    private static int[] everywhere(int count) {
        return IntStream.range(0, count).toArray();
    }

    /** Where solvers err most; found when it is asked for first. */
    private int[] hard() {
        if (hard.length == 0) {
            BatchSolvers solvers = BatchSolvers.choose();
            Trial order4 =
                    Trial.atStep(
                            solvers.of(new Rk4(HARDNESS_STEP_OF_ORDER_4)),
                            HARDNESS_STEP_OF_ORDER_4);
            TreeSet<Integer> hardest = new TreeSet<>();
            for (Trial trial : List.of(verner9(solvers, HARDNESS_STEP_OF_ORDER_9), order4)) {
                for (int place : atAllVoltages(trial).worst(HARD)) {
                    hardest.add(place);
                }
            }
            hard = hardest.stream().mapToInt(place -> place).toArray();
        }
        return hard;
    }

    private static Trial verner9(BatchSolvers solvers, double step) {
        return Trial.atStep(solvers.of(new Verner9(step)), step);
    }

    private static int count(Question question) {
        int most = question.quantity().isObserved() ? MOST_OBSERVED_VOLTAGES : MOST_VOLTAGES;
        return Math.clamp((long) (TOTAL_TIME / question.time()), FEWEST_VOLTAGES, most);
    }

    /** How many of all voltages may err by more than is promised. */
    int allowed() {
        return voltages.length / ONE_IN;
    }

    /** What the reference gives at one of the voltages. */
    double[] reference(int place) {
        return reference[place].clone();
    }

    /** What the reference itself errs by, but at as many voltages. */
    double uncertainty() {
        return atAllVoltages(verner9(BatchSolvers.choose(), SECOND_REFERENCE_STEP))
                .allBut(allowed());
    }

    /** The errors at the voltages that decide on the promise: those where all solvers err most. */
    Errors atHardVoltages(Trial trial) {
        return errors(trial, hard());
    }

    /** The errors at all voltages. */
    Errors atAllVoltages(Trial trial) {
        return errors(trial, everywhere(voltages.length));
    }

    /** What can be promised of a solver. */
    Promise promise(Trial trial) {
        Errors errors = atAllVoltages(trial);
        return new Promise(errors.allBut(allowed()), allowed(), voltages.length, errors.largest());
    }

    /** What one look at the hard voltages takes if a trajectory takes so many evaluations. */
    double evaluations(double ofATrajectory) {
        return hard().length * ofATrajectory;
    }

    private Errors errors(Trial trial, int[] places) {
        CountingSolver counting = new CountingSolver(trial.solver());
        double[][] values = read(new Trial(counting, trial.step()), places);
        double[] errors = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            errors[i] = distance(values[i], reference[places[i]]);
        }
        return new Errors(errors, 1.0 * counting.evaluations() / places.length);
    }

    /** A run that has no value where the other has one is infinitely far. */
    private static double distance(double[] a, double[] b) {
        if (a.length != b.length) {
            return Double.POSITIVE_INFINITY;
        }
        double square = 0;
        for (int i = 0; i < a.length; i++) {
            square += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(square);
    }

    /** The values at some voltages; those of a run that failed are one number more. */
    private double[][] read(Trial trial, int[] places) {
        return question.quantity().isObserved()
                ? observed(trial, places)
                : endStates(trial.solver(), places);
    }

    private double[][] endStates(BatchSolver solver, int[] places) {
        BatchSolution solution =
                solver.integrate(
                        batch(Arrays.stream(places).mapToDouble(i -> voltages[i]).toArray()),
                        question.time(),
                        Sampling.NONE,
                        BatchSampleSink.IGNORE,
                        question.threads());
        return IntStream.range(0, places.length)
                .mapToObj(lane ->
                        switch (solution.solution(lane)) {
                            case Solution.Completed(Magnetization m, _) ->
                                    new double[] {m.x(), m.y(), m.z()};
                            case Solution.Failed _ -> failed(3);
                        })
                .toArray(double[][]::new);
    }

    private static double[] failed(int length) {
        return new double[length + 1];
    }

    /** Runs of the paper's device, one a voltage. */
    static Batch batch(double[] voltages) {
        Oscillator oscillator = Oscillator.of(Device.PAPER);
        Batch batch = new Batch(voltages.length);
        for (int lane = 0; lane < voltages.length; lane++) {
            batch.set(
                    lane,
                    oscillator.coefficients(voltages[lane], EquationForm.EXACT, true),
                    SweepProtocol.PAPER_INITIAL);
        }
        return batch;
    }

    private double[][] observed(Trial trial, int[] places) {
        List<Double> list = Arrays.stream(places).mapToObj(i -> voltages[i]).toList();
        List<SweepRow> rows;
        try {
            rows = sweep(question, list, trial).run(question.threads(), Sweep.Progress.NONE);
        } catch (InvalidInput tooCoarse) {
            return list.stream().map(_ -> failed(1)).toArray(double[][]::new);
        }
        return rows.stream().map(this::value).toArray(double[][]::new);
    }

    /** Nothing for a state at rest, which has no frequency. */
    private double[] value(SweepRow row) {
        if (row.failure().isPresent()) {
            return failed(1);
        }
        return (question.quantity() == Quantity.POWER ? row.power() : row.frequency())
                .stream().toArray();
    }

    /** The sweep that observes these voltages. */
    static Sweep sweep(Question question, List<Double> voltages, Trial trial) {
        SweepPlan plan =
                new SweepPlan(
                        Device.PAPER,
                        EquationForm.EXACT,
                        voltages,
                        List.of(Device.PAPER.magnet().field()),
                        List.of(true));
        SweepProtocol protocol =
                new SweepProtocol(
                        SweepProtocol.PAPER_INITIAL,
                        question.time(),
                        SweepProtocol.PAPER_WINDOW_SHARE * question.time(),
                        SweepProtocol.sampleInterval(plan.fastestPrecession(), trial.step()));
        return new Sweep(plan, protocol, trial.solver());
    }
}
