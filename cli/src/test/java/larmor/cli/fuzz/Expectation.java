package larmor.cli.fuzz;

/** How a generated input may end, as far as its generator knows. */
enum Expectation {
    /** Within every documented range: it is run. */
    VALID,
    /** At or beyond the end of what a double or a file can hold: any typed outcome will do. */
    EDGE,
    /** Wrong in one known way: it is refused. */
    INVALID;

    boolean allows(Outcome outcome) {
        return switch (this) {
            case VALID -> outcome != Outcome.REFUSED;
            case EDGE -> true;
            case INVALID -> outcome == Outcome.REFUSED;
        };
    }
}
