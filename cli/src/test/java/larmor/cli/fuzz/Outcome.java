package larmor.cli.fuzz;

/** The ways in which an input may end. Whatever ends in another way is a mistake of ours. */
enum Outcome {
    /** Status 0; every number is finite and every file whole. */
    NUMBERS("finite numbers"),
    /** Status 3; a failure of a known kind, with time and state or as a word in its row. */
    FAILURE("typed failure"),
    /** Status 2 and one line; nothing was written. */
    REFUSED("refused");

    private final String heading;

    Outcome(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }
}
