package larmor.sweep;

/** Which way the voltage goes in a sweep whose runs start where the one before has ended. */
public enum Direction {
    /** From the lowest voltage to the highest. */
    UP("up"),
    /** From the highest voltage to the lowest. */
    DOWN("down");

    private final String id;

    Direction(String id) {
        this.id = id;
    }

    /** The word in files and flags. */
    public String id() {
        return id;
    }
}
