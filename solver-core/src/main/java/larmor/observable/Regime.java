package larmor.observable;

import java.util.Arrays;

/** What kind of state a run is in. */
public enum Regime {
    /** Static, along +ẑ. */
    PARALLEL("parallel"),
    /** Precession about ẑ. */
    IN_PLANE("in-plane"),
    /** Precession about ±x̂: m does not go round ẑ. */
    OUT_OF_PLANE("out-of-plane"),
    /** Static in another direction. */
    STATIC("static"),
    /** Static, along −ẑ. */
    ANTIPARALLEL("antiparallel");

    private final String id;

    Regime(String id) {
        this.id = id;
    }

    /** The name in files. */
    public String id() {
        return id;
    }

    /**
     * The regime of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Regime of(String id) {
        return Arrays.stream(values())
                .filter(regime -> regime.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no regime is called " + id));
    }
}
