package larmor.validation.page;

import java.util.Collection;
import java.util.List;

/** How results with and without the self-induced torque are told apart. */
enum TorqueStyle {
    WITH(
            true,
            "With self-induced torque",
            "With self-torque",
            Hue.BLUE,
            Series.Line.SOLID,
            Series.Mark.CIRCLE),
    WITHOUT(
            false,
            "Without self-induced torque",
            "Without self-torque",
            Hue.VERMILLION,
            Series.Line.DASHED,
            Series.Mark.SQUARE);

    final boolean on;
    final String title;

    /** With the word of the flag, where more has to stand beside it. */
    final String shortTitle;

    final Hue hue;

    /** Of a theory behind simulated points, and of simulated points that are joined. */
    final Series.Line line;

    final Series.Mark mark;

    TorqueStyle(
            boolean on,
            String title,
            String shortTitle,
            Hue hue,
            Series.Line line,
            Series.Mark mark) {
        this.on = on;
        this.title = title;
        this.shortTitle = shortTitle;
        this.hue = hue;
        this.line = line;
        this.mark = mark;
    }

    static TorqueStyle of(boolean on) {
        return on ? WITH : WITHOUT;
    }

    /**
     * How a caption says what {@link #sized} does; empty for one setting.
     *
     * @param settings of the figure
     * @param what is sized: marks or lines
     */
    static String nesting(Collection<Boolean> settings, String what) {
        return settings.containsAll(List.of(true, false))
                ? "Where both settings agree, the finer "
                        + what
                        + " without the torque lie on those with it. "
                : "";
    }

    /** The series as it is drawn for this setting: smaller without the torque. */
    Series sized(Series series) {
        return on ? series : series.small();
    }
}
