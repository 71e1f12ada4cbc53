package larmor.validation.page;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import larmor.orbit.BranchPoint;
import larmor.sweep.SweepRow;

/** What is observed of a state. */
enum Observed {
    /** ω/ω₀. */
    FREQUENCY(
            "Frequency",
            "ω/ω₀",
            "ω/ω₀ is the frequency of the highest spectral line of m_x + i m_y less its mean, in"
                    + " units of the FMR frequency. "),
    /** ⟨p⟩, which lies between 0 and 1. */
    POWER("Power", "⟨p⟩", "⟨p⟩ = (1 − ⟨m_z⟩)/2, averaged over the end of each run. ");

    /** The frequency of a device in SI units. */
    private static final Axis GIGAHERTZ = Axis.linear("Frequency", "f").in("GHz");

    private static final String GIGAHERTZ_MEANING =
            "f is the frequency of the highest spectral line of m_x + i m_y less its mean, in GHz;"
                    + " ω/ω₀ is the same in units of the FMR frequency. ";

    private static final double TICK = 0.2;

    /** The FMR frequency has a place on every axis. */
    private static final double LEAST_TOP = 1.1;

    private static final double HEADROOM = 1.05;

    private final String title;
    private final String symbol;
    private final String meaning;

    Observed(String title, String symbol, String meaning) {
        this.title = title;
        this.symbol = symbol;
        this.meaning = meaning;
    }

    String title() {
        return title;
    }

    String symbol() {
        return symbol;
    }

    /** How it is read off a run: a sentence. */
    String meaning() {
        return meaning;
    }

    /** How it is read off a run of a device in SI units. */
    String meaningInSi() {
        return this == FREQUENCY ? GIGAHERTZ_MEANING : meaning;
    }

    /** What it is called where the device is in SI units. */
    String labelInSi() {
        return this == FREQUENCY ? GIGAHERTZ.label() : symbol;
    }

    /** Empty for the frequency of a static state, and for a run that failed. */
    OptionalDouble of(SweepRow row) {
        return switch (this) {
            case FREQUENCY -> row.frequency();
            case POWER -> row.power();
        };
    }

    OptionalDouble uncertainty(SweepRow row) {
        return switch (this) {
            case FREQUENCY -> row.frequencyUncertainty();
            case POWER -> row.powerUncertainty();
        };
    }

    OptionalDouble of(BranchPoint point) {
        return switch (this) {
            case FREQUENCY -> point.frequency();
            case POWER -> OptionalDouble.of(point.power());
        };
    }

    /** The axis that holds these values, from 0. */
    Axis axisOver(DoubleStream values) {
        double top =
                switch (this) {
                    case FREQUENCY -> Math.max(LEAST_TOP, HEADROOM * values.max().orElse(0));
                    case POWER -> 1;
                };
        return Axis.linear(title, symbol).over(new Axis.Range(0, top, TICK));
    }

    /** The same for values in GHz, where it is a frequency. */
    Axis axisInSi(DoubleStream values) {
        return this == FREQUENCY
                ? GIGAHERTZ.around(0, HEADROOM * values.max().orElse(0))
                : axisOver(values);
    }
}
