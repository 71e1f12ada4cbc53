package larmor.validation.numerics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import larmor.model.Coefficients;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.ode.Batch;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.Sampling;
import larmor.ode.Solution;
import larmor.validation.Check;
import larmor.validation.Subject;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Findings;
import larmor.validation.ladder.Laboratory;
import larmor.validation.page.Table;

/**
 * A lane is a trajectory of its own: it has the bits of the scalar solver, whatever its place, its
 * neighbours and the width of the vectors.
 */
final class LaneIndependence implements CheckFamily {

    static final String NAME = "lanes";

    private static final double STEP = 0.05;
    private static final double TOLERANCE = 1e-8;
    private static final double TIME = 20;

    /** Samples that lie on no step of a solver with error control. */
    private static final Sampling SAMPLES = new Sampling(0.7, 3.1, 6);

    private static final long SEED = 20240108;

    /** More than one, however many cores there are. */
    private static final int THREADS = 3;

    /** One lane, vectors not filled, a block of 64 and a ragged one after it. */
    private static final int[] SIZES = {1, 2, 3, 5, 8, 9, 63, 64, 67, 133};

    private static final int[] QUICK_SIZES = {1, 9, 67};

    private static final Check.Limit SAME_BITS =
            new Check.Limit(
                    0,
                    "each lane does the scalar solver's operations in its order, and every one of"
                            + " them is rounded as IEEE 754 prescribes");

    private static final String SOURCE = "IEEE 754-2019; Java Language Specification, Sec. 15.4";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Lanes and bits";
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "A batch of trajectories of random voltage, form, torque and start is integrated in"
                        + " lanes at every width of the vectors that this processor has, and compared"
                        + " with the scalar solver bit by bit: the end states, the samples between them,"
                        + " the numbers of steps. Batches of one lane, ragged ones and ones longer than"
                        + " a block take part.",
                "Then the batch is shuffled, shared by several threads, and given a lane whose"
                        + " start is not a number and one whose step loses the norm: no other lane may"
                        + " notice, and these two must fail as they do alone.");
    }

    @Override
    public Findings examine(Laboratory laboratory, Effort effort) {
        int[] sizes = effort == Effort.QUICK ? QUICK_SIZES : SIZES;
        Map<String, Count> counts = new LinkedHashMap<>();
        List<List<String>> rows = new ArrayList<>();
        for (Subject subject : laboratory.subjects()) {
            if (subject.kind() == Subject.Kind.HIPPARCHUS) {
                continue;
            }
            for (Mode mode : Mode.of(subject, laboratory.subject(subject.twin()))) {
                int compared = 0;
                int different = 0;
                for (int size : sizes) {
                    Trial trial = new Trial(laboratory, size);
                    Outcome[] expected = trial.run(mode.scalar(), trial.lanes, 1);
                    different += differences(expected, trial.run(mode.solver(), trial.lanes, 1));
                    compared += size;
                }
                int last = sizes[sizes.length - 1];
                int moved = shuffled(laboratory, mode, last);
                int disturbed = besideFailures(laboratory, mode, last);
                Count count = counts.computeIfAbsent(subject.solver(), _ -> new Count());
                count.subjects.add(subject.id());
                count.compared += compared;
                count.different += different;
                count.moved += moved;
                count.disturbed += disturbed;
                rows.add(
                        List.of(
                                mode.name(),
                                Integer.toString(mode.solver().description().lanes()),
                                Integer.toString(compared),
                                Integer.toString(different),
                                Integer.toString(moved),
                                Integer.toString(disturbed)));
            }
        }
        int trajectories = 0;
        int spoilt = 0;
        for (Count count : counts.values()) {
            trajectories += count.compared;
            spoilt += count.different + count.moved + count.disturbed;
        }
        return new Findings(
                spoilt + " of " + trajectories + " trajectories differ in a bit",
                counts.entrySet().stream()
                        .flatMap(entry -> entry.getValue().checks(entry.getKey()).stream())
                        .toList(),
                List.of(
                        new Table(
                                "Trajectories compared and those that differ in any bit",
                                List.of(
                                        "solver",
                                        "lanes",
                                        "trajectories",
                                        "differ from scalar",
                                        "depend on order",
                                        "depend on a failing neighbour"),
                                rows)));
    }

    /** The lanes of a solver that differ, over all its widths and modes. */
    private static final class Count {

        private final Set<String> subjects = new LinkedHashSet<>();
        private int compared;
        private int different;
        private int moved;
        private int disturbed;

        List<Check> checks(String solver) {
            return List.of(
                    check("bits", solver, "differ from the scalar solver's", different),
                    check(
                            "order",
                            solver,
                            "depend on the order of lanes (shuffled, seed " + SEED + ") or threads",
                            moved),
                    check("neighbours", solver, "depend on a neighbour that fails", disturbed));
        }

        private Check check(String property, String solver, String what, int lanes) {
            return Check.absolute(
                    new Check.Claim(
                            NAME + "-" + property + "-" + solver,
                            "lanes whose bits " + what + ": " + String.join(", ", subjects),
                            "none",
                            SOURCE),
                    lanes,
                    0,
                    SAME_BITS);
        }
    }

    private static int shuffled(Laboratory laboratory, Mode mode, int size) {
        Trial trial = new Trial(laboratory, size);
        Outcome[] expected = trial.run(mode.solver(), trial.lanes, 1);
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, new Random(SEED));
        Outcome[] found =
                trial.run(mode.solver(), order.stream().map(trial.lanes::get).toList(), THREADS);
        int different = 0;
        for (int place = 0; place < size; place++) {
            different += expected[order.get(place)].equals(found[place]) ? 0 : 1;
        }
        return different;
    }

    private static int besideFailures(Laboratory laboratory, Mode mode, int size) {
        Trial trial = new Trial(laboratory, size);
        Outcome[] expected = trial.run(mode.scalar(), trial.lanes, 1);
        List<Lane> mixed = new ArrayList<>(trial.lanes);
        List<Lane> failing = Trial.failing(laboratory);
        // In the middle of a vector and at the end of the batch.
        mixed.addAll(size / 2, failing);
        mixed.addAll(failing);
        Outcome[] found = trial.run(mode.solver(), mixed, 1);
        Outcome[] alone = trial.run(mode.scalar(), failing, 1);
        int different = 0;
        int next = 0;
        for (int lane = 0; lane < mixed.size(); lane++) {
            int failure = failing.indexOf(mixed.get(lane));
            Outcome wanted = failure >= 0 ? alone[failure] : expected[next++];
            different += wanted.equals(found[lane]) ? 0 : 1;
        }
        return different;
    }

    private static int differences(Outcome[] expected, Outcome[] found) {
        return (int)
                IntStream.range(0, expected.length)
                        .filter(lane -> !expected[lane].equals(found[lane]))
                        .count();
    }

    /** A solver in one of its modes, and the scalar one it must equal. */
    private record Mode(String name, BatchSolver solver, BatchSolver scalar) {

        static List<Mode> of(Subject subject, Subject twin) {
            List<Mode> modes = new ArrayList<>();
            if (subject.hasFixedStep()) {
                String name = subject.id() + (subject.hasErrorControl() ? ", fixed step" : "");
                modes.add(new Mode(name, subject.atStep(STEP), twin.atStep(STEP)));
            }
            if (subject.hasErrorControl()) {
                modes.add(
                        new Mode(
                                subject.id(),
                                subject.withTolerance(TOLERANCE),
                                twin.withTolerance(TOLERANCE)));
            }
            return modes;
        }
    }

    /** One trajectory. */
    private record Lane(Coefficients coefficients, Magnetization start) {}

    /** Everything that came of a lane; equal where all bits are. */
    private record Outcome(Solution solution, List<Magnetization> samples) {}

    /** Random lanes and their runs. */
    private static final class Trial {

        private final List<Lane> lanes = new ArrayList<>();

        Trial(Laboratory laboratory, int size) {
            SplittableRandom random = new SplittableRandom(SEED);
            for (int lane = 0; lane < size; lane++) {
                EquationForm form =
                        random.nextBoolean() ? EquationForm.EXACT : EquationForm.LEADING_ORDER;
                lanes.add(
                        new Lane(
                                laboratory.coefficients(
                                        CertifiedRuns.PAPER,
                                        random.nextDouble(0.5, 3),
                                        form,
                                        random.nextBoolean()),
                                Magnetization.normalized(
                                        "start",
                                        random.nextDouble(-1, 1),
                                        random.nextDouble(-1, 1),
                                        random.nextDouble(0.1, 1))));
            }
        }

        /** A start that is not a number, and a drive that a step of 0.05 cannot follow. */
        static List<Lane> failing(Laboratory laboratory) {
            Coefficients usual =
                    laboratory.coefficients(CertifiedRuns.PAPER, 1.5, EquationForm.EXACT, true);
            Coefficients wild =
                    laboratory.coefficients(CertifiedRuns.PAPER, 1e4, EquationForm.EXACT, true);
            return List.of(
                    new Lane(usual, new Magnetization(Double.NaN, 0, 1)),
                    new Lane(wild, Magnetization.normalized("start", 0.6, 0.2, 0.7)));
        }

        Outcome[] run(BatchSolver solver, List<Lane> order, int threads) {
            Batch batch = new Batch(order.size());
            List<List<Magnetization>> samples = new ArrayList<>();
            for (int lane = 0; lane < order.size(); lane++) {
                batch.set(lane, order.get(lane).coefficients(), order.get(lane).start());
                samples.add(new ArrayList<>());
            }
            BatchSolution solution =
                    solver.integrate(
                            batch,
                            TIME,
                            SAMPLES,
                            (_, _, count, lanes, x, y, z) -> {
                                for (int i = 0; i < count; i++) {
                                    samples.get(lanes[i]).add(new Magnetization(x[i], y[i], z[i]));
                                }
                            },
                            threads);
            Outcome[] records = new Outcome[order.size()];
            for (int lane = 0; lane < records.length; lane++) {
                records[lane] = new Outcome(solution.solution(lane), samples.get(lane));
            }
            return records;
        }
    }
}
