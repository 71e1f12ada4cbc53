package larmor.orbit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import larmor.orbit.BranchCurve.Direction;
import larmor.orbit.BranchCurve.Guess;

/** The branches of limit cycles of one family. */
final class CycleBranches {

    /** Branches are followed to this many times the larger of the range's end and V_c. */
    private static final double FOLLOWED_RANGE = 10;

    /** Branches are followed down to this many times V_c. */
    private static final double LEAST_VOLTAGE = 1e-3;

    /** Voltages at which all cycles are sought, so that a branch without a beginning is found. */
    private static final int SEARCHED_VOLTAGES = 3;

    /** Cycles with amplitudes nearer to each other than this are the same. */
    private static final double SAME_AMPLITUDE = 1e-6;

    /** Voltages nearer to each other than this, as a share, are the same. */
    private static final double SAME_VOLTAGE = 1e-12;

    private final ReturnMap map;
    private final BranchTracer tracer;
    private final BranchCurve curve;
    private final double lowest;
    private final double highest;
    private final List<List<TracedPoint>> traced = new ArrayList<>();
    private final List<Branch> withinRange;
    private OptionalDouble givenUpAt = OptionalDouble.empty();

    CycleBranches(ReturnMap map, double lowest, double highest) {
        this.map = map;
        this.lowest = lowest;
        this.highest = highest;
        curve = new BranchCurve(map);
        double farthest = FOLLOWED_RANGE * Math.max(1, highest);
        tracer =
                new BranchTracer(
                        curve,
                        new BranchTracer.Voltages(LEAST_VOLTAGE, farthest),
                        new BranchTracer.Voltages(lowest, highest));
        HopfPoints.between(v -> map.family().centre(map.states(), v), LEAST_VOLTAGE, farthest)
                .forEach(this::traceFrom);
        for (int i = 0; i < SEARCHED_VOLTAGES; i++) {
            double share = (double) i / (SEARCHED_VOLTAGES - 1);
            double voltage = lowest + (highest - lowest) * share;
            if (voltage > LEAST_VOLTAGE) {
                List<LimitCycle> cycles = LimitCycles.at(curve, voltage);
                giveUpIfSpent(voltage);
                cycles.forEach(this::traceThrough);
            }
        }
        withinRange = withinRange();
    }

    /** The parts of the branches within the range, with cycles at its very ends. */
    List<Branch> branches() {
        return withinRange;
    }

    /** Where the budget of the map was spent; empty if it sufficed for all within the range. */
    OptionalDouble givenUpAt() {
        return givenUpAt;
    }

    private void giveUpIfSpent(double voltage) {
        if (givenUpAt.isEmpty() && map.budget().spent()) {
            givenUpAt = OptionalDouble.of(voltage);
        }
    }

    private void traceFrom(StaticState hopf) {
        boolean known =
                traced.stream()
                        .flatMap(List::stream)
                        .filter(point -> point.cycle().isEmpty())
                        .anyMatch(point ->
                                Math.abs(point.point().voltage() / hopf.voltage() - 1)
                                        < SAME_VOLTAGE);
        if (!known) {
            BranchTracer.Trace trace = tracer.from(hopf);
            giveUpIfSpent(trace.reached());
            add(trace.points());
        }
    }

    private void traceThrough(LimitCycle cycle) {
        if (traced.stream().noneMatch(branch -> holds(branch, cycle))) {
            BranchTracer.Trace trace = tracer.through(cycle);
            giveUpIfSpent(trace.reached());
            add(trace.points());
        }
    }

    private void add(List<TracedPoint> branch) {
        if (!branch.isEmpty()) {
            traced.add(branch);
        }
    }

    private boolean holds(List<TracedPoint> branch, LimitCycle cycle) {
        for (int i = 1; i < branch.size(); i++) {
            Optional<LimitCycle> there = between(branch.get(i - 1), branch.get(i), cycle.voltage());
            boolean same =
                    there.isPresent()
                            && Math.abs(there.get().amplitude() - cycle.amplitude())
                                    < SAME_AMPLITUDE;
            if (same) {
                return true;
            }
        }
        return false;
    }

    /** The cycle at a voltage between two neighbours on a branch. */
    private Optional<LimitCycle> between(TracedPoint left, TracedPoint right, double voltage) {
        if (left.cycle().isEmpty() || right.cycle().isEmpty()) {
            return Optional.empty();
        }
        LimitCycle from = left.cycle().get();
        LimitCycle to = right.cycle().get();
        if (from.voltage() < voltage == to.voltage() < voltage) {
            return Optional.empty();
        }
        double share = (voltage - from.voltage()) / (to.voltage() - from.voltage());
        double amplitude = from.amplitude() + share * (to.amplitude() - from.amplitude());
        return curve.near(new Guess(amplitude, voltage), Direction.VOLTAGE)
                .map(BranchCurve.Point::cycle);
    }

    private List<Branch> withinRange() {
        map.budget().openReserve();
        List<Branch> branches = new ArrayList<>();
        for (List<TracedPoint> branch : traced) {
            List<BranchPoint> part = new ArrayList<>();
            for (int i = 0; i < branch.size(); i++) {
                if (i > 0) {
                    for (double bound : boundsBetween(branch.get(i - 1), branch.get(i))) {
                        between(branch.get(i - 1), branch.get(i), bound)
                                .map(BranchPoint::of)
                                .ifPresent(part::add);
                        giveUpIfSpent(bound);
                    }
                }
                BranchPoint point = branch.get(i).point();
                if (inRange(point)) {
                    part.add(point);
                } else if (!part.isEmpty()) {
                    branches.add(new Branch(map.family().regime(), part));
                    part = new ArrayList<>();
                }
            }
            if (!part.isEmpty()) {
                branches.add(new Branch(map.family().regime(), part));
            }
        }
        return branches;
    }

    private boolean inRange(BranchPoint point) {
        return point.voltage() >= lowest * (1 - SAME_VOLTAGE)
                && point.voltage() <= highest * (1 + SAME_VOLTAGE);
    }

    /** The ends of the range strictly between two voltages, in their order. */
    private List<Double> boundsBetween(TracedPoint left, TracedPoint right) {
        double from = left.point().voltage();
        double to = right.point().voltage();
        List<Double> bounds = new ArrayList<>();
        for (double bound :
                from < to ? new double[] {lowest, highest} : new double[] {highest, lowest}) {
            if ((bound - from) * (bound - to) < 0) {
                bounds.add(bound);
            }
        }
        return bounds;
    }
}
