package larmor.bench;

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

    /** Of the bits of all end states. */
    public double checksum;

    /** The largest error against certified end states; 0 where there are none. */
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
            long bits = 1;
            double evaluations = 0;
            for (Solution solution : solutions.toList()) {
                if (!(solution instanceof Solution.Completed completed)) {
                    throw new IllegalStateException("a trajectory failed: " + solution);
                }
                Magnetization end = completed.end();
                for (double component : new double[] {end.x(), end.y(), end.z()}) {
                    bits = MIXING * bits + Double.doubleToLongBits(component);
                }
                evaluations += completed.statistics().evaluations();
            }
            // JMH counts in doubles: as many bits as one holds as an integer.
            return new Values(bits >>> (Long.SIZE - Double.PRECISION), error, evaluations);
        }

        /** Works them out for a batch. */
        static Values of(BatchSolution solution, double error) {
            return of(IntStream.range(0, solution.lanes()).mapToObj(solution::solution), error);
        }
    }
}
