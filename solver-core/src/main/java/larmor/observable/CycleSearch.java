package larmor.observable;

import java.util.Optional;
import larmor.model.Coefficients;
import larmor.model.Magnetization;

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

    /** Farther from its start, in units of the orbit's size, a turn has not closed. */
    private static final double MOST_OPEN = 0.25;

    /**
     * The line that stands highest may be a harmonic: the third overtakes the first next to the
     * separatrix.
     */
    private static final int MOST_HARMONIC = 3;

    /**
     * The step of the difference quotients, in units of the orbit's size: the rounding of a turn,
     * 1e-15, over it is small against a contraction of 1e-4, one at v = 1.001.
     */
    private static final double DIFFERENCE = 1e-7;

    /** A turn is begun again with a better time if it is late by more than this share of it. */
    private static final double MOST_LATE = 1e-7;

    /** How far one step of the search may go, in units of the orbit's size. */
    private static final double LONGEST_STEP = 0.5;

    /** A step that leaves this share of the displacement or less is the last. */
    private static final double LINEAR = 0.01;

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
     * @param period of the line in the spectrum of the orbit that stands highest
     * @param longest no cycle has a longer period than this
     * @param size of the orbit
     * @return empty if nothing closes there, or if what closes does not attract
     */
    static Optional<Attractor.Cycle> near(
            Coefficients coefficients,
            Magnetization start,
            double period,
            double longest,
            double size) {
        CycleSearch search = new CycleSearch(coefficients, size);
        for (int harmonic = 1; harmonic <= MOST_HARMONIC; harmonic++) {
            double time = harmonic * period;
            if (!(time <= longest)) {
                break;
            }
            Optional<PoincareReturn> turn =
                    PoincareReturn.of(coefficients, start, time).filter(search::closes);
            if (turn.isPresent()) {
                return search.from(turn.get());
            }
        }
        return Optional.empty();
    }

    private boolean closes(PoincareReturn turn) {
        return turn.distance() <= MOST_OPEN * size;
    }

    private static boolean inTime(PoincareReturn turn) {
        return Math.abs(turn.lateness()) <= MOST_LATE * turn.time();
    }

    private Optional<Attractor.Cycle> from(PoincareReturn first) {
        PoincareReturn turn = first;
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<PoincareReturn> timed = timed(turn);
            if (timed.isEmpty()) {
                return Optional.empty();
            }
            turn = timed.get();
            double difference = DIFFERENCE * size;
            Optional<PoincareReturn> side =
                    turn.beside(coefficients, difference, turn.time()).flatMap(this::timed);
            if (side.isEmpty()) {
                return Optional.empty();
            }
            Slopes slopes = Slopes.of(turn, side.get(), difference);
            // False for NaN.
            if (!(slopes.contraction > 0)) {
                return Optional.empty();
            }
            if (Math.abs(turn.displacement()) <= turn.error()) {
                return Optional.of(slopes.cycle(turn));
            }
            double whole = turn.displacement() / slopes.contraction;
            double along = Math.clamp(whole, -LONGEST_STEP * size, LONGEST_STEP * size);
            double time = turn.returnTime() + slopes.returnTime * along;
            Optional<PoincareReturn> next =
                    turn.beside(coefficients, along, time).filter(this::closes);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            double left = Math.abs(next.get().displacement());
            boolean found =
                    left <= Math.max(next.get().error(), LINEAR * Math.abs(turn.displacement()));
            turn = next.get();
            if (found && inTime(turn)) {
                return Optional.of(slopes.cycle(turn));
            }
        }
        return Optional.empty();
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
                    Math.abs(returnTime) * unknown + turn.timeError(),
                    turn.power() + power * along,
                    Math.abs(power) * unknown + turn.error());
        }
    }
}
