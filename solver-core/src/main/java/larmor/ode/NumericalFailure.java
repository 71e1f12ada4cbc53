package larmor.ode;

import larmor.model.Magnetization;

/**
 * Why a solver gave up.
 *
 * @param kind what went wrong
 * @param time t' that was reached
 * @param state the last good state, at that time
 */
public record NumericalFailure(Kind kind, double time, Magnetization state) {

    /** What can go wrong in a run. */
    public enum Kind {
        /** A step gave a number that is not finite. */
        NON_FINITE("non-finite", "a step gave a state that is not finite"),
        /** A step moved |m|² out of {@link NormRange}. */
        STEP_TOO_LARGE("step-too-large", "the step is too large: it does not keep the norm"),
        /** Error control asked for a step that no longer advances the time. */
        STEP_UNDERFLOW("step-underflow", "the step fell below its smallest value"),
        /** More steps than allowed. */
        STEP_LIMIT("step-limit", "the number of steps reached its limit");

        private final String id;
        private final String description;

        Kind(String id, String description) {
            this.id = id;
            this.description = description;
        }

        /** The one word in files. */
        public String id() {
            return id;
        }

        /** For people. */
        public String description() {
            return description;
        }
    }

    /** One line with the time and the last good state. */
    public String message() {
        return kind.description()
                + ", after t' = "
                + time
                + ", m = ("
                + state.x()
                + ", "
                + state.y()
                + ", "
                + state.z()
                + ")";
    }
}
