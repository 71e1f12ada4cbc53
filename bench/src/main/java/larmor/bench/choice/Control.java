package larmor.bench.choice;

import java.util.Locale;

/** What sets the accuracy of a solver. */
public enum Control {
    /** The length h of all steps. */
    STEP,
    /** The error that a step may make. */
    TOLERANCE;

    /** The word in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The control of a word.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Control of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** A solver that is set so, in words. */
    String label(String solver) {
        return solver + (this == STEP ? ", fixed step" : ", error control");
    }

    /** The flag that sets it. */
    public String flag() {
        return "--" + id();
    }
}
