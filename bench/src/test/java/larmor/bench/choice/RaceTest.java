package larmor.bench.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Times come from a generator, so no clock is involved. */
class RaceTest {

    private static final long NO_DEADLINE = Long.MAX_VALUE / 2 + System.nanoTime() / 2;

    /** Runs as long as its generator says. */
    private static final class Simulated implements Race.Runner {

        private final String method;
        private final int threads;
        private final double mean;
        private final double noise;
        private final SplittableRandom random;
        private int samples;

        Simulated(String method, int threads, double mean, double noise, long seed) {
            this.method = method;
            this.threads = threads;
            this.mean = mean;
            this.noise = noise;
            random = new SplittableRandom(seed);
        }

        @Override
        public double sample() {
            samples++;
            return mean * (1 + noise * random.nextDouble());
        }

        @Override
        public boolean isSameOnFewerThreads(Race.Runner other) {
            return other instanceof Simulated runner
                    && runner.method.equals(method)
                    && threads < runner.threads;
        }
    }

    private static List<Race.Lane<Simulated>> run(Simulated... runners) {
        return new Race<>(List.of(runners)).run(NO_DEADLINE);
    }

    @Test
    void theFastestIsFirstAndTheOthersFollowByTheirRatio() {
        Simulated fast = new Simulated("a", 1, 1, 0.1, 1);
        Simulated slow = new Simulated("b", 1, 1.5, 0.1, 2);
        Simulated slower = new Simulated("c", 1, 3, 0.1, 3);
        List<Race.Lane<Simulated>> order = run(slower, slow, fast);
        assertThat(order).extracting(Race.Lane::contender).containsExactly(fast, slow, slower);
        assertThat(order.get(1).ratioTo(order.getFirst()).median()).isBetween(1.4, 1.6);
    }

    @Test
    void whoIsBehindIsTimedNoMoreAndTwoThatAreEqualRunToTheEnd() {
        Simulated one = new Simulated("a", 1, 1, 0.1, 1);
        Simulated other = new Simulated("b", 1, 1, 0.1, 2);
        Simulated slow = new Simulated("c", 1, 2, 0.1, 3);
        run(one, other, slow);
        assertThat(one.samples).isEqualTo(80);
        assertThat(other.samples).isEqualTo(80);
        assertThat(slow.samples).isEqualTo(10);
    }

    @Test
    void ofTwoNumbersOfThreadsThatCannotBeToldApartTheSmallerWins() {
        Simulated one = new Simulated("a", 1, 1.001, 0.2, 1);
        Simulated two = new Simulated("a", 2, 1, 0.2, 2);
        assertThat(run(two, one).getFirst().contender()).isEqualTo(one);
        Simulated half = new Simulated("a", 2, 0.5, 0.2, 2);
        assertThat(run(half, one).getFirst().contender()).isEqualTo(half);
    }

    @Test
    void equalsAreDeclaredDifferentInFewRacesHoweverOftenOneLooks() {
        int races = 400;
        int wrong = 0;
        for (int race = 0; race < races; race++) {
            Simulated one = new Simulated("a", 1, 1, 1, 2L * race);
            Simulated other = new Simulated("b", 1, 1, 1, 2L * race + 1);
            run(one, other);
            wrong += one.samples < 80 || other.samples < 80 ? 1 : 0;
        }
        // 5 % are 20, and more than 33 have a chance of one in a thousand.
        assertThat(wrong).isLessThanOrEqualTo(33);
    }

    @Test
    void whenTimeIsUpTheFirstLookIsReachedAllTheSame() {
        Simulated one = new Simulated("a", 1, 1, 0.1, 1);
        Simulated other = new Simulated("b", 1, 1, 0.1, 2);
        new Race<>(List.of(one, other)).run(System.nanoTime() - 1);
        assertThat(one.samples).isEqualTo(10);
        assertThat(other.samples).isEqualTo(10);
    }
}
