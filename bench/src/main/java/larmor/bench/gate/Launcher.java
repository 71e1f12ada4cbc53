package larmor.bench.gate;

/** Starts a JVM for one benchmark. */
@FunctionalInterface
public interface Launcher {

    /**
     * One observation.
     *
     * @throws LaunchFailed if the jar gives none
     * @throws InterruptedException if the thread is asked to stop; the JVM is then stopped as well
     */
    Measurement launch(BenchmarkJar jar, BenchmarkId benchmark) throws InterruptedException;

    /** Whether the jar is another than it was before the launches. */
    default boolean replaced(BenchmarkJar jar) {
        return false;
    }
}
