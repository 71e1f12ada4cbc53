package larmor.bench.choice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Times contenders by turns, so that a slow moment of the machine meets all of them, until one is
 * ahead of all others for sure or time is up. Who is behind for sure runs no more.
 */
final class Race {

    /** When the times are looked at, in rounds. */
    private static final List<Integer> LOOKS = List.of(10, 20, 40, 80);

    /** How one contender did. */
    static final class Lane {

        private final Contender contender;
        private final List<Double> seconds = new ArrayList<>();

        Lane(Contender contender) {
            this.contender = contender;
        }

        Contender contender() {
            return contender;
        }

        /** Seconds for a trajectory. */
        RankInterval time() {
            return RankInterval.of(values(seconds.size()));
        }

        /** Its times over those of another in the rounds that both have run. */
        RankInterval ratioTo(Lane other) {
            int both = Math.min(seconds.size(), other.seconds.size());
            double[] ratios = values(both);
            for (int i = 0; i < both; i++) {
                ratios[i] /= other.seconds.get(i);
            }
            return RankInterval.of(ratios);
        }

        int rounds() {
            return seconds.size();
        }

        private double[] values(int count) {
            return seconds.stream().limit(count).mapToDouble(second -> second).toArray();
        }
    }

    private final List<Lane> lanes;

    Race(List<Contender> contenders) {
        lanes = contenders.stream().map(Lane::new).toList();
    }

    /**
     * Runs it.
     *
     * @param deadline by {@link System#nanoTime}; the first look is reached in any case
     * @return all contenders, the fastest first
     */
    List<Lane> run(long deadline) {
        List<Lane> running = new ArrayList<>(lanes);
        int round = 0;
        for (int look : LOOKS) {
            boolean inTime = true;
            while (round < look && inTime) {
                for (int i = 0; i < running.size(); i++) {
                    // Each begins a round in turn.
                    Lane lane = running.get((i + round) % running.size());
                    lane.seconds.add(lane.contender.sample());
                }
                round++;
                inTime = round < LOOKS.getFirst() || System.nanoTime() < deadline;
            }
            Lane first = first(running);
            running.removeIf(lane -> lane != first && isBehind(lane, first));
            if (running.size() == 1 || !inTime) {
                break;
            }
        }
        Lane first = first(running);
        List<Lane> order = new ArrayList<>(lanes);
        order.sort(Comparator.comparingDouble(lane -> lane.ratioTo(first).median()));
        order.remove(first);
        order.addFirst(first);
        return order;
    }

    static boolean isBehind(Lane lane, Lane first) {
        return lane.ratioTo(first).low() > 1;
    }

    /**
     * The one with the best median. Two numbers of threads that cannot be told apart are the same:
     * then the fewer.
     */
    private static Lane first(List<Lane> lanes) {
        Lane fastest =
                lanes.stream()
                        .min(Comparator.comparingDouble(lane -> lane.time().median()))
                        .orElseThrow();
        return lanes.stream()
                .filter(lane ->
                        lane.contender.method().equals(fastest.contender.method())
                                && lane.contender.threads() < fastest.contender.threads()
                                && !isBehind(lane, fastest))
                .findFirst()
                .orElse(fastest);
    }
}
