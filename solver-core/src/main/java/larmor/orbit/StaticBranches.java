package larmor.orbit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import larmor.observable.Regime;
import org.hipparchus.analysis.UnivariateFunction;

/**
 * The branches of static states over a range of voltages. ±ẑ are parametrised by the voltage, the
 * others by their azimuth, of which the voltage is a function: it may turn where two states merge.
 */
final class StaticBranches {

    /** Points of a branch that spans the range. */
    private static final int INTERVALS = 100;

    /** The curve of states off the poles is divided at first into so many parts of half a turn. */
    private static final int COARSE_INTERVALS = 64;

    /** Neighbours are nearer than this in azimuth. */
    private static final double AZIMUTH_STEP = 0.05;

    /** An interval is halved so many times at most, where the curve ends at a pole within it. */
    private static final int MOST_HALVINGS = 24;

    private static final double ROOT_ACCURACY = 1e-14;

    private final StaticStates states;
    private final double lowest;
    private final double highest;
    private final List<Branch> branches = new ArrayList<>();

    StaticBranches(StaticStates states, double lowest, double highest) {
        this.states = states;
        this.lowest = lowest;
        this.highest = highest;
        List<Double> voltages = new ArrayList<>();
        for (int i = 0; i <= INTERVALS; i++) {
            voltages.add(lowest + (highest - lowest) * i / INTERVALS);
        }
        addParts(Regime.PARALLEL, voltages, v -> Optional.of(states.parallel(v)));
        addParts(Regime.ANTIPARALLEL, voltages, v -> Optional.of(states.antiparallel(v)));
        addParts(Regime.STATIC, azimuths(), states::atAzimuth);
    }

    List<Branch> branches() {
        return branches;
    }

    /** Azimuths of half a turn, close enough to each other within the range. */
    private List<Double> azimuths() {
        List<Double> azimuths = new ArrayList<>();
        double width = Math.PI / COARSE_INTERVALS;
        for (int i = 0; i < COARSE_INTERVALS; i++) {
            double left = states.firstAzimuth(width) + i * width;
            divide(left, left + width, MOST_HALVINGS, azimuths);
        }
        azimuths.add(states.firstAzimuth(width) + Math.PI);
        return azimuths;
    }

    private void divide(double left, double right, int halvings, List<Double> azimuths) {
        OptionalDouble from = voltageAt(left);
        OptionalDouble to = voltageAt(right);
        boolean fine;
        if (from.isPresent() && to.isPresent()) {
            double v = from.getAsDouble();
            double w = to.getAsDouble();
            boolean outside = Math.max(v, w) < lowest || Math.min(v, w) > highest;
            boolean near =
                    Math.abs(v - w) < (highest - lowest) / INTERVALS && right - left < AZIMUTH_STEP;
            fine = outside || near;
        } else {
            fine = from.isEmpty() && to.isEmpty();
        }
        if (fine || halvings == 0) {
            azimuths.add(left);
        } else {
            double middle = 0.5 * (left + right);
            divide(left, middle, halvings - 1, azimuths);
            divide(middle, right, halvings - 1, azimuths);
        }
    }

    private OptionalDouble voltageAt(double azimuth) {
        return states.atAzimuth(azimuth)
                .map(state -> OptionalDouble.of(state.voltage()))
                .orElseGet(OptionalDouble::empty);
    }

    /** Adds what lies within the range of a curve of states, with its ends on the range's ends. */
    private void addParts(
            Regime regime, List<Double> parameters, DoubleFunction<Optional<StaticState>> curve) {
        List<BranchPoint> part = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            double here = parameters.get(i);
            Optional<StaticState> state = curve.apply(here);
            boolean inside = state.filter(this::inRange).isPresent();
            if (i > 0) {
                double before = parameters.get(i - 1);
                Optional<StaticState> last = curve.apply(before);
                boolean wasInside = last.filter(this::inRange).isPresent();
                if (last.isPresent() && state.isPresent()) {
                    if (inside != wasInside) {
                        double outer = (inside ? last : state).get().voltage();
                        double bound = outer < lowest ? lowest : highest;
                        crossing(curve, before, here, s -> s.voltage() - bound)
                                .map(s -> BranchPoint.of(s).at(bound))
                                .ifPresent(part::add);
                    } else if (inside && last.get().stable() != state.get().stable()) {
                        crossing(curve, before, here, s -> s.stability().growthRate())
                                .map(BranchPoint::marginal)
                                .ifPresent(part::add);
                    }
                }
            }
            if (inside) {
                part.add(BranchPoint.of(state.orElseThrow()));
            } else if (!part.isEmpty()) {
                branches.add(new Branch(regime, part));
                part = new ArrayList<>();
            }
        }
        if (!part.isEmpty()) {
            branches.add(new Branch(regime, part));
        }
    }

    private boolean inRange(StaticState state) {
        return state.voltage() >= lowest && state.voltage() <= highest;
    }

    /** A number read off a state. */
    @FunctionalInterface
    private interface Reading {
        double of(StaticState state);
    }

    /** The state between two others at which a reading changes its sign. */
    private static Optional<StaticState> crossing(
            DoubleFunction<Optional<StaticState>> curve, double from, double to, Reading reading) {
        UnivariateFunction function = p -> curve.apply(p).map(reading::of).orElse(Double.NaN);
        OptionalDouble root = BracketedRoot.of(function, from, to, ROOT_ACCURACY);
        return root.isPresent() ? curve.apply(root.getAsDouble()) : Optional.empty();
    }
}
