package larmor.observable;

import java.util.Optional;
import larmor.model.Coefficients;
import larmor.model.Magnetization;
import larmor.ode.Dop853;
import larmor.ode.Sampling;

/**
 * Finds the attracting limit cycle next to an orbit, by Newton's method on the displacement of
 * {@link PoincareReturn} along the section.
 *
 * <p>With a the place on the section and D(a) the displacement after a turn, −D' = 1 − μ is the
 * contraction of a turn, μ being the Floquet multiplier, and the cycle lies at a* = D/(1−μ). Period
 * and power follow to first order in what is left of D. An error η of a turn displaces the cycle by
 * η/(1−μ), which therefore counts in both uncertainties.
 */
final class CycleSearch {

    /**
     * Farther from its start, in units of the orbit's size, a turn has not closed: a time wrong by
     * a hundredth leads as far on a long orbit.
     */
    private static final double MOST_OPEN = 0.5;

    /**
     * The step of the difference quotients, in units of the orbit's size: the rounding of a turn,
     * 1e-15, over it is small against a contraction of 1e-4, one at v = 1.001.
     */
    private static final double DIFFERENCE = 1e-7;

    /** A turn is begun again with a better time if it is late by more than this share of it. */
    private static final double MOST_LATE = 1e-7;

    /** A cycle farther away than this, in units of the orbit's size, is not next to it. */
    private static final double LONGEST_STEP = 0.5;

    /** A step that leaves this share of the displacement or less is the last. */
    private static final double LINEAR = 0.01;

    /**
     * Where the search from a state of the run fails, the equation itself leads nearer to the
     * cycle: next to a separatrix, where Newton's method needs a near start, one turn contracts by
     * e or more.
     */
    private static final int RELAXING_TURNS = 10;

    private static final Dop853 RELAXING_SOLVER = Dop853.withTolerance(1e-10);

    /** States of the last of those turns. */
    private static final int STATES = 64;

    /** An orbit that slows down to this share of the first one shrinks to a state at rest. */
    private static final double LEAST_SPEED = 0.1;

    private static final int MOST_STEPS = 12;
    private static final int MOST_TIMINGS = 4;

    private final Coefficients coefficients;
    private final double size;

    private CycleSearch(Coefficients coefficients, double size) {
        this.coefficients = coefficients;
        this.size = size;
    }

    /**
     * The cycle next to an orbit.
     *
     * @param coefficients the equation
     * @param start a state on the orbit, a unit vector, best where it moves fast
     * @param period of the orbit, nearly
     * @param size of the orbit
     * @return empty if nothing closes there, or if what closes does not attract
     */
    static Optional<Attractor.Cycle> near(
            Coefficients coefficients, Magnetization start, double period, double size) {
        CycleSearch search = new CycleSearch(coefficients, size);
        Outcome outcome = search.from(start, period);
        if (outcome.lost) {
            outcome = search.from(search.relaxed(start, period), period);
        }
        return outcome.cycle;
    }

    /**
     * How a search ended.
     *
     * @param cycle what was found
     * @param lost whether nothing was, and another start might do better
     */
    private record Outcome(Optional<Attractor.Cycle> cycle, boolean lost) {

        static final Outcome LOST = new Outcome(Optional.empty(), true);

        /** Turns lead away from where they began, or to a cycle far away, or to rest. */
        static final Outcome NONE = new Outcome(Optional.empty(), false);

        static Outcome found(Attractor.Cycle cycle) {
            return new Outcome(Optional.of(cycle), false);
        }
    }

    private Magnetization relaxed(Magnetization start, double period) {
        FastestState fastest = new FastestState(coefficients);
        RELAXING_SOLVER.integrate(
                coefficients,
                start,
                RELAXING_TURNS * period,
                new Sampling((RELAXING_TURNS - 1) * period, period / STATES, STATES),
                fastest);
        return fastest.state();
    }

    private Outcome from(Magnetization start, double period) {
        return PoincareReturn.of(coefficients, start, period)
                .filter(this::closes)
                .map(this::from)
                .orElse(Outcome.LOST);
    }

    private boolean closes(PoincareReturn turn) {
        return turn.distance() <= MOST_OPEN * size;
    }

    private static boolean inTime(PoincareReturn turn) {
        return Math.abs(turn.lateness()) <= MOST_LATE * turn.time();
    }

    private Outcome from(PoincareReturn first) {
        PoincareReturn turn = first;
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<PoincareReturn> timed = timed(turn);
            if (timed.isEmpty()) {
                return Outcome.LOST;
            }
            turn = timed.get();
            if (turn.speed() < LEAST_SPEED * first.speed()) {
                return Outcome.NONE;
            }
            double difference = DIFFERENCE * size;
            Optional<PoincareReturn> side =
                    turn.beside(coefficients, difference, turn.time()).flatMap(this::timed);
            if (side.isEmpty()) {
                return Outcome.LOST;
            }
            Slopes slopes = Slopes.of(turn, side.get(), difference);
            // False for NaN.
            if (!(slopes.contraction > 0)) {
                return Outcome.NONE;
            }
            if (Math.abs(turn.displacement()) <= turn.error()) {
                return Outcome.found(slopes.cycle(turn));
            }
            double along = turn.displacement() / slopes.contraction;
            if (Math.abs(along) > LONGEST_STEP * size) {
                return Outcome.NONE;
            }
            double time = turn.returnTime() + slopes.returnTime * along;
            Optional<PoincareReturn> next =
                    turn.beside(coefficients, along, time).filter(this::closes);
            if (next.isEmpty()) {
                return Outcome.LOST;
            }
            double left = Math.abs(next.get().displacement());
            boolean found =
                    left <= Math.max(next.get().error(), LINEAR * Math.abs(turn.displacement()));
            turn = next.get();
            if (found && inTime(turn)) {
                return Outcome.found(slopes.cycle(turn));
            }
        }
        return Outcome.LOST;
    }

    /** The turn, begun again until it takes the time that it should. */
    private Optional<PoincareReturn> timed(PoincareReturn first) {
        PoincareReturn turn = first;
        for (int timing = 0; timing < MOST_TIMINGS; timing++) {
            if (inTime(turn)) {
                return Optional.of(turn);
            }
            Optional<PoincareReturn> next =
                    PoincareReturn.of(coefficients, turn.start(), turn.returnTime())
                            .filter(this::closes);
            if (next.isEmpty()) {
                return next;
            }
            turn = next.get();
        }
        return Optional.empty();
    }

    /**
     * How a turn changes along the section.
     *
     * @param contraction −D'
     * @param returnTime derivative of the time of return
     * @param power derivative of ⟨p⟩
     */
    private record Slopes(double contraction, double returnTime, double power) {

        static Slopes of(PoincareReturn turn, PoincareReturn side, double difference) {
            return new Slopes(
                    (turn.displacement() - side.displacement()) / difference,
                    (side.returnTime() - turn.returnTime()) / difference,
                    (side.power() - turn.power()) / difference);
        }

        /** The cycle next to a turn that is nearly it. */
        Attractor.Cycle cycle(PoincareReturn turn) {
            double along = turn.displacement() / contraction;
            double unknown = Math.abs(along) + turn.error() / contraction;
            return new Attractor.Cycle(
                    turn.returnTime() + returnTime * along,
                    Math.abs(returnTime) * unknown + turn.error() / turn.speed(),
                    turn.power() + power * along,
                    Math.abs(power) * unknown + turn.error());
        }
    }
}
