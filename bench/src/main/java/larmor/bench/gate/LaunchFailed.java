package larmor.bench.gate;

/** A jar that could not be measured. The message is one line. */
public final class LaunchFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    /** Names the jar, the benchmark and what happened. */
    public LaunchFailed(BenchmarkJar jar, BenchmarkId benchmark, String what) {
        this(jar.name() + " gives no time for " + benchmark.label() + ": " + what);
    }

    private LaunchFailed(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** The message. */
    public String problem() {
        return problem;
    }
}
