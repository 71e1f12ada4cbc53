package larmor.bench.choice;

import java.util.OptionalDouble;

/** Why a method did not come to the last comparison. */
public sealed interface Dropped {

    /** The budget did not suffice: it may be the fastest. */
    enum NotTried implements Dropped {
        /** The part that is for errors was used. */
        LATE,
        /** One look at its errors would have taken too much. */
        TOO_LONG,
        /** The same part was used before its setting was searched, and it might have won. */
        NOT_SEARCHED
    }

    /**
     * It is not accurate enough at any setting.
     *
     * @param error that no setting stays below
     */
    record Inaccurate(double error) implements Dropped {}

    /**
     * It is slower than another.
     *
     * @param searched whether its setting is known, and not only where it is to be expected
     * @param timesAsLong how many times as long it takes at least; empty where that is not known
     */
    record Slower(boolean searched, OptionalDouble timesAsLong) implements Dropped {}

    /** The word in files. */
    default String id() {
        return switch (this) {
            case NotTried _ -> "not-tried";
            case Inaccurate _ -> "inaccurate";
            case Slower _ -> "slower";
        };
    }
}
