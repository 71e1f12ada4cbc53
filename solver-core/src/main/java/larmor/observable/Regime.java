package larmor.observable;

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
}
