package larmor.bench;

import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import larmor.model.Magnetization;
import larmor.ode.BatchSolution;
import larmor.ode.Solution;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What a benchmark computes, next to its time: JMH writes the public fields into its results, and
 * {@code larmor compare} holds them against those of another version.
 *
 * <p>JMH sets them to 0 before each iteration, so a benchmark works its {@link Values} out once,
 * before anything is timed, and shows them in each operation.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Answer {

    /** Of the bits of all numbers that come out. */
    public double checksum;

    /** The largest error against the reference of the benchmark. */
    public double error;

    /** Evaluations of the right-hand side in an operation. */
    public double evaluations;

    /** Shows them to JMH. */
    void show(Values values) {
        checksum = values.checksum();
        error = values.error();
        evaluations = values.evaluations();
    }

    /** The values of the fields. */
    record Values(double checksum, double error, double evaluations) {

        /** Before there are any. */
        static final Values NONE = new Values(0, 0, 0);

        private static final long MIXING = 31;

        /**
         * Works them out.
         *
         * @throws IllegalStateException if a trajectory failed
         */
        static Values of(Stream<Solution> solutions, double error) {
            DoubleStream.Builder components = DoubleStream.builder();
            long evaluations = 0;
            for (Solution solution : solutions.toList()) {
                if (!(solution instanceof Solution.Completed completed)) {
                    throw new IllegalStateException("a trajectory failed: " + solution);
                }
                Magnetization end = completed.end();
                components.add(end.x()).add(end.y()).add(end.z());
                evaluations += completed.statistics().evaluations();
            }
            return of(components.build(), error, evaluations);
        }

        /** Those of numbers of any kind. */
        static Values of(DoubleStream numbers, double error, long evaluations) {
            long bits = 1;
            for (double number : numbers.toArray()) {
                bits = MIXING * bits + Double.doubleToLongBits(number);
            }
            // JMH counts in doubles: as many bits as one holds as an integer.
            return new Values(bits >>> (Long.SIZE - Double.PRECISION), error, evaluations);
        }

        /**
         * Refuses an answer to the same question that is another.
         *
         * @param benchmark whose answer it is
         * @param now what it computes when it has been timed
         * @throws IllegalStateException if one of them is another
         */
        void requireSame(String benchmark, Values now) {
            if (!equals(now)) {
                throw new IllegalStateException(
                        String.format(
                                Locale.ROOT,
                                "%s computes something else since it was compiled: checksum %.0f"
                                        + " was %.0f, evaluations %.0f were %.0f",
                                benchmark,
                                now.checksum,
                                checksum,
                                now.evaluations,
                                evaluations));
            }
        }

        /** Works them out for a batch. */
        static Values of(BatchSolution solution, double error) {
            return of(IntStream.range(0, solution.lanes()).mapToObj(solution::solution), error);
        }
    }
}
