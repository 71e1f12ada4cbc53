package larmor.validation.page;

/**
 * The colours of data. After M. Okabe and K. Ito (2008), but for violet, so that readers with any
 * kind of colour blindness tell them apart; darkened or lightened to a contrast of 3:1 with the
 * paper, which WCAG 2.1 asks of lines and marks.
 */
public enum Hue implements Swatch {
    /** The first choice. */
    BLUE("blue", "#0067a8", "#5ab4f0"),
    /** The second choice. */
    VERMILLION("vermillion", "#c94f00", "#ff8a4c"),
    /** The third choice. */
    GREEN("green", "#00805c", "#35c79a"),
    /** The fourth choice. */
    PURPLE("purple", "#a8528a", "#e29cc9"),
    /** The fifth choice. */
    OCHRE("ochre", "#946c00", "#e6b422"),
    /** The sixth choice. */
    VIOLET("violet", "#7a1fd0", "#b48cff"),
    /** The seventh choice: that of text. */
    BLACK("black", Tint.INK.light(), Tint.INK.dark()),
    /** For what is not the subject. */
    GREY("grey", "#6b7280", "#9aa3b2");

    private final String id;
    private final String light;
    private final String dark;

    Hue(String id, String light, String dark) {
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
