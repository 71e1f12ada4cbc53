package larmor.bench.choice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Times runners by turns, so that a slow moment of the machine meets all of them, until one is
 * ahead of all others or time is up. Who is behind runs no more.
 *
 * @param <R> what runs
 */
final class Race<R extends Race.Runner> {

    /** When the times are looked at, in rounds; once more when time is up. */
    private static final List<Integer> LOOKS = List.of(10, 20, 40, 80);

    /** What is timed. */
    interface Runner {

        /** Runs once; returns how long it took. */
        double sample();

        /** Whether this does what the other does with fewer threads. */
        boolean isSameOnFewerThreads(Runner other);
    }

    /** How one did. */
    static final class Lane<R extends Runner> {

        private final R contender;
        private final List<Double> seconds = new ArrayList<>();

        Lane(R contender) {
            this.contender = contender;
        }

        R contender() {
            return contender;
        }

        /** What a sample takes. */
        RankInterval time() {
            return RankInterval.of(values(seconds.size()));
        }

        /** Its times over those of another in the rounds that both have run. */
        RankInterval ratioTo(Lane<R> other) {
            return RankInterval.of(ratios(other));
        }

        private double[] ratios(Lane<R> other) {
            int both = Math.min(seconds.size(), other.seconds.size());
            double[] ratios = values(both);
            for (int i = 0; i < both; i++) {
                ratios[i] /= other.seconds.get(i);
            }
            return ratios;
        }

        int rounds() {
            return seconds.size();
        }

        private double[] values(int count) {
            return seconds.stream().limit(count).mapToDouble(second -> second).toArray();
        }
    }

    private final List<Lane<R>> lanes;

    Race(List<R> runners) {
        lanes = runners.stream().<Lane<R>>map(Lane::new).toList();
    }

    /**
     * Runs it.
     *
     * @param deadline by {@link System#nanoTime}; the first look is reached in any case
     * @return all of them, the fastest first
     */
    List<Lane<R>> run(long deadline) {
        List<Lane<R>> running = new ArrayList<>(lanes);
        int round = 0;
        for (int look : LOOKS) {
            boolean inTime = true;
            while (round < look && inTime) {
                for (int i = 0; i < running.size(); i++) {
                    // Each begins a round in turn.
                    Lane<R> lane = running.get((i + round) % running.size());
                    lane.seconds.add(lane.contender.sample());
                }
                round++;
                inTime = round < LOOKS.getFirst() || System.nanoTime() < deadline;
            }
            Lane<R> first = first(running);
            running.removeIf(lane -> lane != first && isBehind(lane, first));
            if (running.size() == 1 || !inTime) {
                break;
            }
        }
        Lane<R> first = first(running);
        List<Lane<R>> order = new ArrayList<>(lanes);
        order.sort(Comparator.comparingDouble(lane -> lane.ratioTo(first).median()));
        order.remove(first);
        order.addFirst(first);
        return order;
    }

    /** With all looks and runners together wrong in at most 5 % of races. */
    private boolean isBehind(Lane<R> lane, Lane<R> first) {
        double misses = RankInterval.MISSES / (LOOKS.size() + 1) / lanes.size();
        double[] ratios = lane.ratios(first);
        return RankInterval.isResolved(ratios.length, misses)
                && RankInterval.of(ratios, misses).low() > 1;
    }

    /**
     * The one with the best median. Two numbers of threads that cannot be told apart are the same:
     * then the fewer.
     */
    private Lane<R> first(List<Lane<R>> among) {
        Lane<R> fastest =
                among.stream()
                        .min(Comparator.comparingDouble(lane -> lane.time().median()))
                        .orElseThrow();
        return among.stream()
                .filter(lane ->
                        lane.contender.isSameOnFewerThreads(fastest.contender)
                                && !isBehind(lane, fastest))
                .findFirst()
                .orElse(fastest);
    }
}
