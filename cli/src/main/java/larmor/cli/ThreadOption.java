package larmor.cli;

import java.util.Optional;
import larmor.model.InvalidInput;
import picocli.CommandLine.Option;

/** How many runs at once. */
final class ThreadOption {

    /** Far beyond any machine that runs a sweep well, and still harmless. */
    private static final int MOST_THREADS = 1024;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Runs at once; the results do not depend on it. Default: all cores.")
    private Optional<Integer> threads = Optional.empty();

    /**
     * The number of threads.
     *
     * @throws InvalidInput if it is out of range
     */
    int threads() {
        int count = threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
        if (count < 1 || count > MOST_THREADS) {
            throw new InvalidInput(
                    "--threads", "must be from 1 to " + MOST_THREADS + ", not " + count);
        }
        return count;
    }
}
