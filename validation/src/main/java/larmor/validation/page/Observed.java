package larmor.validation.page;

import java.util.List;
import java.util.OptionalDouble;
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

    /** What it is called in these units. */
    String label(FigureUnits units) {
        return isGigahertz(units) ? GIGAHERTZ.label() : symbol;
    }

    /** How it is read off a run: a sentence. */
    String meaning(FigureUnits units) {
        return isGigahertz(units) ? GIGAHERTZ_MEANING : meaning;
    }

    private boolean isGigahertz(FigureUnits units) {
        return this == FREQUENCY && units.si();
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

    /** The axis that holds the series, from 0. */
    Axis axisOver(List<Series> series, FigureUnits units) {
        double highest =
                series.stream()
                        .flatMap(one -> one.points().stream())
                        .mapToDouble(Series.Point::y)
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0);
        if (isGigahertz(units)) {
            return GIGAHERTZ.around(0, HEADROOM * highest);
        }
        double top =
                switch (this) {
                    case FREQUENCY -> Math.max(LEAST_TOP, HEADROOM * highest);
                    case POWER -> 1;
                };
        return Axis.linear(title, symbol).over(new Axis.Range(0, top, TICK));
    }
}
