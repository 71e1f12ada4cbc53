package larmor.bench.gate;

import java.util.Locale;

/** Which of the two jars. */
public enum Side {
    /** The jar compared with. */
    BASE,
    /** The jar judged. */
    CANDIDATE;

    /** The word in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Side other() {
        return this == BASE ? CANDIDATE : BASE;
    }
}
