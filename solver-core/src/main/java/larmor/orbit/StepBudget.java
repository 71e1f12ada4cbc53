package larmor.orbit;

/**
 * The steps of integration that the search for one family of cycles may still take. When they are
 * spent no trajectory goes on: none comes back to its section any more, and whatever looks for
 * cycles finds no further ones.
 */
final class StepBudget {

    private long left;

    private StepBudget(long left) {
        this.left = left;
    }

    static StepBudget of(long steps) {
        return new StepBudget(steps);
    }

    static StepBudget unlimited() {
        return new StepBudget(Long.MAX_VALUE);
    }

    /** Takes a step out of it; false if there is none. */
    boolean take() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }

    boolean spent() {
        return left == 0;
    }
}
