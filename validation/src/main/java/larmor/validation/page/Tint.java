package larmor.validation.page;

/** The colours of everything on a page that is not data. */
enum Tint implements Swatch {
    PAPER("paper", "#ffffff", "#15181d"),
    PANEL("panel", "#f6f7f9", "#1d2128"),
    INK("ink", "#1b1f24", "#e6e9ee"),
    MUTED("muted", "#59626e", "#a3adba"),
    RULE("rule", "#d9dde3", "#363d48"),
    GRID("grid", "#eceef1", "#262c35"),
    LINK("link", "#0a5a94", "#7cc0f5"),
    PASSED("passed", "#1c6e46", "#58c48c"),
    FAILED("failed", "#b3201d", "#ff8078"),
    ALARM("alarm", "#fdeeed", "#3a1c1c");

    private final String id;
    private final String light;
    private final String dark;

    Tint(String id, String light, String dark) {
        this.id = id;
        this.light = light;
        this.dark = dark;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String light() {
        return light;
    }

    @Override
    public String dark() {
        return dark;
    }
}
