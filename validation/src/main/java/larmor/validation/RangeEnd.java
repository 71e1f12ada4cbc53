package larmor.validation;

import java.util.OptionalDouble;

/** A voltage of a range of auto-oscillation. */
public enum RangeEnd {
    /** See {@link OscillationRange#onset}. */
    ONSET("onset", "the parallel state loses its stability"),
    /** See {@link OscillationRange#lowest}. */
    LOWEST("lowest", "lowest voltage of a stable oscillation"),
    /** See {@link OscillationRange#inPlaneEnd}. */
    IN_PLANE_END("in_plane_end", "end of the in-plane precession"),
    /** See {@link OscillationRange#outOfPlaneEnd}. */
    OUT_OF_PLANE_END("out_of_plane_end", "end of the out-of-plane precession");

    private final String key;
    private final String meaning;

    RangeEnd(String key, String meaning) {
        this.key = key;
        this.meaning = meaning;
    }

    /** Its key in JSON. */
    public String key() {
        return key;
    }

    /** In words. */
    public String meaning() {
        return meaning;
    }

    /** The voltage in a range. */
    public OptionalDouble in(OscillationRange range) {
        return switch (this) {
            case ONSET -> range.onset();
            case LOWEST -> range.lowest();
            case IN_PLANE_END -> range.inPlaneEnd();
            case OUT_OF_PLANE_END -> range.outOfPlaneEnd();
        };
    }
}
