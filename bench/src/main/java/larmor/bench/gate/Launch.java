package larmor.bench.gate;

/**
 * A launch in its place.
 *
 * @param number counted from 0 over the whole run, in the order of time
 * @param side which jar
 * @param pair which pair of its benchmark, counted from 0
 * @param attempt 0, or more for a pair that was run again
 * @param used whether it is judged; of the attempts at a pair one is
 * @param measurement what it says
 */
public record Launch(
        int number, Side side, int pair, int attempt, boolean used, Measurement measurement) {

    Launch inUse() {
        return new Launch(number, side, pair, attempt, true, measurement);
    }
}
