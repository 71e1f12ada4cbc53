package larmor.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import larmor.model.Anisotropy;
import larmor.model.Coefficients;
import larmor.model.Damping;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Junction;
import larmor.model.Magnet;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.model.Units;
import larmor.ode.Batch;
import larmor.ode.BatchSolution;

/** Batches in which no lane is like another. */
final class RandomLanes {

    private RandomLanes() {}

    /** Devices, voltages, forms, torques and directions, all different from lane to lane. */
    static Batch of(int lanes, long seed) {
        Random random = new Random(seed);
        Batch batch = new Batch(lanes);
        for (int lane = 0; lane < lanes; lane++) {
            Coefficients coefficients =
                    randomOscillator(random)
                            .coefficients(
                                    random.nextDouble(-3, 3),
                                    random.nextBoolean()
                                            ? EquationForm.EXACT
                                            : EquationForm.LEADING_ORDER,
                                    random.nextBoolean());
            batch.set(
                    lane,
                    coefficients,
                    Magnetization.normalized(
                            "start",
                            random.nextGaussian(),
                            random.nextGaussian(),
                            random.nextGaussian()));
        }
        return batch;
    }

    private static Oscillator randomOscillator(Random random) {
        double gAntiparallel = random.nextDouble(0.02, 0.1);
        double nx = random.nextDouble(0, 1);
        double ny = random.nextDouble(0, 1);
        return Oscillator.of(
                new Device(
                        new Junction(
                                gAntiparallel + random.nextDouble(0.01, 0.1),
                                gAntiparallel,
                                random.nextDouble(0.05, 0.2),
                                random.nextDouble(0.3, 1),
                                random.nextBoolean(),
                                random.nextBoolean()),
                        new Magnet(
                                new Damping.Total(random.nextDouble(0.005, 0.05)),
                                random.nextDouble(0.2, 1.5),
                                new Anisotropy(nx, ny, random.nextDouble(0, Math.min(nx, ny)))),
                        new Units.Dimensionless(random.nextDouble(0.1, 1.5))));
    }

    /** The numbers below a count, each once, in an order that the seed decides. */
    static int[] order(int count, long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The same lanes, lane i in place order[i]. */
    static Batch permuted(Batch batch, int[] order) {
        Batch permuted = new Batch(batch.lanes());
        for (int lane = 0; lane < order.length; lane++) {
            permuted.set(order[lane], batch.coefficients(lane), batch.start(lane));
        }
        return permuted;
    }

    /** The same equation with another drive S. */
    static Coefficients withDrive(Coefficients c, double s) {
        return new Coefficients(
                c.h0(),
                c.nxy(),
                c.nyz(),
                c.d0(),
                c.d1(),
                c.alpha0(),
                c.alpha1(),
                s,
                c.b(),
                c.chi());
    }

    /** Asserts equal bits, -0 and NaN included: records of doubles are equal if the bits are. */
    static void assertSameOutcome(BatchSolution actual, BatchSolution expected) {
        assertThat(actual.lanes()).isEqualTo(expected.lanes());
        for (int lane = 0; lane < expected.lanes(); lane++) {
            assertThat(actual.solution(lane))
                    .as("lane %d", lane)
                    .isEqualTo(expected.solution(lane));
        }
    }
}
