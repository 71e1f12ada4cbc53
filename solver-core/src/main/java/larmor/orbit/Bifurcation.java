package larmor.orbit;

/** How cycles appear and vanish as the voltage changes. */
public enum Bifurcation {
    /** A cycle shrinks to a static state, whose stability changes there: onset or end. */
    HOPF("hopf"),
    /** A stable and an unstable cycle merge: the branch turns back in v, the multiplier is 1. */
    FOLD("fold"),
    /** The cycle has grown into an orbit from a saddle to itself: its period diverges. */
    HOMOCLINIC("homoclinic");

    private final String id;

    Bifurcation(String id) {
        this.id = id;
    }

    /** The name in files. */
    public String id() {
        return id;
    }
}
