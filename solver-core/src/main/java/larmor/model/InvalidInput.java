package larmor.model;

/**
 * A value that the user gave and that cannot be used. The message is one line that names the field,
 * the value and what is allowed.
 */
public final class InvalidInput extends IllegalArgumentException {

    /** What to say of a comma that may have been meant as a point. */
    public static final String DECIMAL_POINT = "decimals take a point";

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;

    /**
     * @param field the dotted key or the flag, as the user writes it
     * @param problem what is wrong with it, to be read after the field's name
     */
    public InvalidInput(String field, String problem) {
        this.field = OneLine.of(field);
        this.problem = OneLine.of(problem);
    }

    @Override
    public String getMessage() {
        return field + " " + problem;
    }

    /** The dotted key or the flag at fault. */
    public String field() {
        return field;
    }

    /** What is wrong with it, to be read after its name. */
    public String problem() {
        return problem;
    }

    static void finite(String field, double value) {
        require(Double.isFinite(value), field, value, "a finite number");
    }

    static void positive(String field, double value) {
        finite(field, value);
        require(value > 0, field, value, "greater than 0");
    }

    static void notNegative(String field, double value) {
        finite(field, value);
        require(value >= 0, field, value, "at least 0");
    }

    static void require(boolean holds, String field, double value, String allowed) {
        if (!holds) {
            throw new InvalidInput(field, "must be " + allowed + ", not " + value);
        }
    }
}
