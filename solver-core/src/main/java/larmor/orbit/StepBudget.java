package larmor.orbit;

/**
 * The steps of integration that the search for one family of cycles may still take. When they are
 * spent no trajectory goes on: none comes back to its section any more, and whatever looks for
 * cycles finds no further ones.
 */
final class StepBudget {

    /** One part in so many is kept for the cycles at the ends of the range. */
    private static final long PARTS_TO_RESERVE_ONE = 10;

    private final long half;
    private long left;
    private long reserve;

    StepBudget(long steps) {
        reserve = steps / PARTS_TO_RESERVE_ONE;
        left = steps - reserve;
        half = left / 2;
    }

    /** Takes a step out of it; false if there is none. */
    boolean take() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }

    /** Lets what was kept be taken as well. */
    void openReserve() {
        left += reserve;
        reserve = 0;
    }

    boolean halfSpent() {
        return left <= half;
    }

    boolean spent() {
        return left == 0;
    }
}
