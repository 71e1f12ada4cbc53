package larmor.model;

/** How the implicit equation of motion, GLD Eq. (8), is solved for ṁ. */
public enum EquationForm {
    /** Solved exactly: ṁ = [f + α m×f + β(q·f)p] / (1 + α² + αβ(m_x²+m_y²)). */
    EXACT("exact"),
    /** To first order in α, as in GLD Appendix B: ṁ = w + α m×w − σp + β(q·w)p. */
    LEADING_ORDER("leading-order");

    private final String id;

    EquationForm(String id) {
        this.id = id;
    }

    /** The name in flags and files. */
    public String id() {
        return id;
    }
}
