package larmor.validation.page;

/** How results with and without the self-induced torque are told apart. */
enum TorqueStyle {
    WITH(true, "With self-induced torque", Hue.BLUE, Series.Line.SOLID, Series.Mark.CIRCLE),
    WITHOUT(
            false,
            "Without self-induced torque",
            Hue.VERMILLION,
            Series.Line.DASHED,
            Series.Mark.SQUARE);

    final boolean on;
    final String title;
    final Hue hue;

    /** Of a theory behind simulated points. */
    final Series.Line line;

    final Series.Mark mark;

    TorqueStyle(boolean on, String title, Hue hue, Series.Line line, Series.Mark mark) {
        this.on = on;
        this.title = title;
        this.hue = hue;
        this.line = line;
        this.mark = mark;
    }

    static TorqueStyle of(boolean on) {
        return on ? WITH : WITHOUT;
    }
}
