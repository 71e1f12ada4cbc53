package larmor.bench.choice;

import java.util.Locale;

/** What has to be accurate. */
public enum Quantity {
    /** m at the end; the error is the distance. */
    END_STATE("|m − m_{ref}|"),
    /** ω/ω₀ as a sweep reads it off the last tenth of a run. */
    FREQUENCY("ω/ω_0"),
    /** ⟨p⟩ as a sweep reads it off the last tenth of a run. */
    POWER("⟨p⟩");

    private final String symbol;

    Quantity(String symbol) {
        this.symbol = symbol;
    }

    /** The word in flags and files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In a sentence. */
    public String words() {
        return id().replace('-', ' ');
    }

    /**
     * The quantity of a word.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Quantity of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What the error is one of. */
    public String symbol() {
        return symbol;
    }

    /** Whether it is read off a window of samples at the end of a run. */
    public boolean isObserved() {
        return this != END_STATE;
    }
}
