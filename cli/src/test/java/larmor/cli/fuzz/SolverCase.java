package larmor.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import larmor.model.Coefficients;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.Batch;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.BatchSolvers;
import larmor.ode.Dop853;
import larmor.ode.Dopri5;
import larmor.ode.ErrorControl;
import larmor.ode.ErrorNorm;
import larmor.ode.NormRange;
import larmor.ode.Rk4;
import larmor.ode.Sampling;
import larmor.ode.ScalarBatch;
import larmor.ode.Solution;
import larmor.ode.Solver;
import larmor.ode.Statistics;
import larmor.ode.Verner9;

/**
 * A batch, integrated in lanes and one after the other: the bits are the same, and |m| is lost by
 * no more than {@link NormBound} says.
 *
 * @param lanes what is integrated
 * @param endTime t' at the end
 * @param sampling when the states are looked at
 * @param setting what integrates
 * @param threads how many
 * @param expectation how it may end
 */
record SolverCase(
        List<Lane> lanes,
        double endTime,
        Sampling sampling,
        Setting setting,
        int threads,
        Expectation expectation)
        implements FuzzCase {

    /** So that the longest run takes a fraction of a second. */
    private static final long MOST_STEPS = 20_000;

    private static final double LONGEST_TIME = 20;

    /**
     * A larger tolerance is far from where an estimate of the error tells the error; {@link
     * NormRange} still holds.
     */
    private static final double LARGEST_TOLERANCE = 1e-3;

    /**
     * Error control bounds an estimate of the error. Where numbers go as far as there are any the
     * error may be the larger one: by a ninth in one of 460 such inputs.
     */
    private static final double EDGE_ERROR_PER_ESTIMATE = 2;

    /** Of |m|, in a step that is no caricature of the equation. */
    private static final double MOST_LOST = 1e-2;

    /** One trajectory. */
    record Lane(Coefficients coefficients, Magnetization start) {}

    /**
     * A solver with what it keeps of |m|.
     *
     * @param name for the reader
     * @param solver the scalar one
     * @param renormalized whether it brings m back to the sphere after each step
     * @param perStep the bound of what one step loses
     */
    record Setting(
            String name,
            Solver solver,
            boolean renormalized,
            Function<Coefficients, Double> perStep) {}

    static FuzzCase of(Draw draw) {
        boolean edge = draw.chance(0.3);
        List<Lane> lanes = new ArrayList<>();
        for (int i = draw.count(1, 19); i > 0; i--) {
            lanes.add(lane(draw, edge && draw.chance(0.5)));
        }
        double endTime = draw.chance(0.05) ? 0 : draw.betweenLogs(0.01, LONGEST_TIME);
        Setting setting = setting(draw, edge ? EDGE_ERROR_PER_ESTIMATE : 1);
        if (edge && draw.chance(0.2)) {
            // As few steps as before, but each as long as there are any.
            double scale = draw.chance(0.5) ? 1e300 : 1e-300;
            setting = fixed(draw, scale * draw.betweenLogs(1e-3, 0.5));
            endTime *= scale;
        }
        int samples = draw.count(0, 4);
        return new SolverCase(
                lanes,
                endTime,
                samples == 0 || !(endTime / samples > 0)
                        ? Sampling.NONE
                        : Sampling.dividing(endTime, samples),
                setting,
                draw.count(1, 2),
                edge ? Expectation.EDGE : Expectation.VALID);
    }

    /** With one number that is none. */
    static FuzzCase refused(Draw draw) {
        double endTime = LONGEST_TIME;
        Sampling sampling = Sampling.NONE;
        int threads = 1;
        switch (draw.count(0, 2)) {
            case 0 -> endTime = draw.oneOf(List.of(-1e-300, Double.NaN, Double.POSITIVE_INFINITY));
            case 1 -> sampling = new Sampling(0, draw.between(1.001, 2) * endTime, 2);
            default -> threads = draw.count(-1, 0);
        }
        return new SolverCase(
                List.of(lane(draw, false)),
                endTime,
                sampling,
                setting(draw, 1),
                threads,
                Expectation.INVALID);
    }

    private static Lane lane(Draw draw, boolean edge) {
        while (true) {
            try {
                Device device =
                        Devices.of(edge ? DeviceText.extreme(draw) : DeviceText.valid(draw));
                double v = edge && draw.chance(0.5) ? Numerals.extreme(draw) : draw.between(-1, 3);
                Coefficients coefficients =
                        Oscillator.of(device)
                                .coefficients(
                                        v,
                                        draw.oneOf(List.of(EquationForm.values())),
                                        draw.chance(0.5));
                return new Lane(
                        coefficients,
                        Magnetization.normalized(
                                "start",
                                draw.between(-1, 1),
                                draw.between(-1, 1),
                                draw.between(-1, 1)));
            } catch (InvalidInput e) {
                // No oscillator: the model's own inputs look at that.
                assertThat(edge).as("%s", e.getMessage()).isTrue();
            }
        }
    }

    private static Setting setting(Draw draw, double errorPerEstimate) {
        if (draw.chance(0.5)) {
            // Where steps are long, what they lose of |m| is far above rounding.
            return fixed(
                    draw, draw.chance(0.5) ? draw.between(0.2, 0.5) : draw.betweenLogs(1e-3, 0.5));
        }
        double tolerance = draw.betweenLogs(1e-13, 1);
        ErrorControl control =
                new ErrorControl(
                        tolerance,
                        draw.oneOf(List.of(ErrorNorm.values())),
                        draw.chance(0.2) ? draw.count(1, 10) : MOST_STEPS);
        Solver solver = draw.chance(0.5) ? new Dopri5(control) : new Dop853(control);
        return new Setting(
                solver.description().id() + " " + control,
                solver,
                false,
                _ ->
                        tolerance <= LARGEST_TOLERANCE
                                ? NormBound.ofTolerance(errorPerEstimate * tolerance)
                                : Double.POSITIVE_INFINITY);
    }

    private static Setting fixed(Draw draw, double step) {
        Solver solver =
                switch (draw.count(0, 3)) {
                    case 0 -> new Verner9(step);
                    case 1 -> Dop853.withStep(step);
                    default -> new Rk4(step);
                };
        int order = solver.description().order();
        return new Setting(
                solver.description().id() + " step " + step,
                solver,
                solver instanceof Rk4,
                coefficients -> NormBound.ofStep(coefficients, step, order));
    }

    @Override
    public String subject() {
        return "batches";
    }

    @Override
    public String input() {
        return setting.name() + " to " + endTime + ", " + sampling + ", " + lanes;
    }

    @Override
    public Outcome run(Path folder) {
        Samples scalarSamples = new Samples(lanes.size(), sampling.count());
        Samples laneSamples = new Samples(lanes.size(), sampling.count());
        BatchSolution scalar;
        BatchSolution vector;
        try {
            scalar = integrate(new ScalarBatch(setting.solver()), scalarSamples);
        } catch (InvalidInput e) {
            assertThatThrownBy(() -> integrate(inLanes(), laneSamples))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage(e.getMessage());
            return Outcome.REFUSED;
        }
        vector = integrate(inLanes(), laneSamples);
        assertThat(Arrays.equals(laneSamples.bits(), scalarSamples.bits()))
                .as("the same bits in lanes")
                .isTrue();
        Outcome outcome = Outcome.NUMBERS;
        for (int lane = 0; lane < lanes.size(); lane++) {
            assertThat(vector.solution(lane)).as("lane %d", lane).isEqualTo(scalar.solution(lane));
            if (isFailed(lanes.get(lane), scalar.solution(lane))) {
                outcome = Outcome.FAILURE;
            } else if (setting.perStep().apply(lanes.get(lane).coefficients()) < MOST_LOST) {
                // The steps keep to it in any case, what is interpolated between them does not.
                scalarSamples.requireWithin(lane);
            }
        }
        return outcome;
    }

    private BatchSolver inLanes() {
        return BatchSolvers.choose().of(setting.solver());
    }

    private BatchSolution integrate(BatchSolver solver, Samples samples) {
        Batch batch = new Batch(lanes.size());
        for (int i = 0; i < lanes.size(); i++) {
            batch.set(i, lanes.get(i).coefficients(), lanes.get(i).start());
        }
        return solver.integrate(
                batch,
                endTime,
                sampling,
                (index, _, count, lane, x, y, z) -> {
                    for (int i = 0; i < count; i++) {
                        samples.set(lane[i], index, x[i], y[i], z[i]);
                    }
                },
                threads);
    }

    private boolean isFailed(Lane lane, Solution solution) {
        return switch (solution) {
            case Solution.Completed completed -> {
                Statistics cost = completed.statistics();
                double perStep = setting.perStep().apply(lane.coefficients());
                double most = perStep * (setting.renormalized() ? 1 : Math.max(1, cost.steps()));
                assertThat(cost.normError()).as("norm error %s", cost).isBetween(0.0, most);
                assertThat(Math.abs(completed.end().norm() - 1))
                        .as("| |m| - 1 |, %s", cost)
                        .isLessThanOrEqualTo(
                                NormBound.ofEnd(setting.renormalized(), cost.normError()));
                yield false;
            }
            case Solution.Failed failed -> {
                Magnetization last = failed.failure().state();
                assertThat(failed.failure().time()).isBetween(0.0, endTime);
                assertThat(NormRange.contains(last.norm() * last.norm()))
                        .as("last good state %s", last)
                        .isTrue();
                yield true;
            }
        };
    }

    /** The states that a batch was seen in. */
    private static final class Samples {

        private final double[][] states;

        Samples(int lanes, int count) {
            states = new double[lanes][3 * count];
        }

        void set(int lane, int index, double x, double y, double z) {
            states[lane][3 * index] = x;
            states[lane][3 * index + 1] = y;
            states[lane][3 * index + 2] = z;
        }

        long[] bits() {
            return Arrays.stream(states)
                    .flatMapToDouble(Arrays::stream)
                    .mapToLong(Double::doubleToRawLongBits)
                    .toArray();
        }

        void requireWithin(int lane) {
            double[] m = states[lane];
            for (int i = 0; i < m.length; i += 3) {
                double square = m[i] * m[i] + m[i + 1] * m[i + 1] + m[i + 2] * m[i + 2];
                assertThat(NormRange.contains(square))
                        .as("|m|^2 = %s in a sample", square)
                        .isTrue();
            }
        }
    }
}
