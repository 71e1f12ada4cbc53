package larmor.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A benchmark that fails as it is told, to try the suite on. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 1, time = 10, timeUnit = TimeUnit.MILLISECONDS)
// Of one that fails at the end JMH has the times of the first two.
@Measurement(iterations = 3, time = 10, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class PlantedFailures {

    static final String BEFORE = "errs by 1.0";
    static final String AFTER = "computes something else";

    /** What goes wrong. */
    @Param({"before", "after", "exit", "none"})
    public String failure = "";

    /** The same in all. */
    @Param("7")
    public int number;

    /** Errs, or ends the JVM, where that is planted. */
    @Setup
    public void prepare() {
        if (failure.equals("before")) {
            throw new IllegalStateException(BEFORE);
        }
        if (failure.equals("exit")) {
            Runtime.getRuntime().halt(5);
        }
    }

    /** Something short. */
    @Benchmark
    public double half() {
        return 0.5 * number;
    }

    /** Errs after the measurement, where that is planted. */
    @TearDown(Level.Trial)
    public void check() {
        if (failure.equals("after")) {
            throw new IllegalStateException(AFTER);
        }
    }
}
