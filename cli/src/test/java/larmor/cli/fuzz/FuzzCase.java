package larmor.cli.fuzz;

import java.nio.file.Path;

/** A generated input. */
interface FuzzCase {

    /** What it is run against, for the table. */
    String subject();

    /** How it may end. */
    Expectation expectation();

    /** What it is, for whoever looks for the mistake. */
    String input();

    /**
     * Runs it.
     *
     * @param folder empty, its own
     * @throws AssertionError if it ends in none of the known ways
     * @throws Exception if something else escapes, which is a mistake of ours as well
     */
    Outcome run(Path folder) throws Exception;
}
