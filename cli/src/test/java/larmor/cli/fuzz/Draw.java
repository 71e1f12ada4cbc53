package larmor.cli.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Draws from one seed. */
record Draw(SplittableRandom random) {

    static Draw of(long seed) {
        return new Draw(new SplittableRandom(seed));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double between(double least, double most) {
        return random.nextDouble(least, most);
    }

    /** Evenly in the logarithm. */
    double betweenLogs(double least, double most) {
        return StrictMath.exp(between(StrictMath.log(least), StrictMath.log(most)));
    }

    /** Both ends included. */
    int count(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String word(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** The same with another byte between two places. */
    byte[] changed(byte[] file, int from, int to) {
        byte[] changed = file.clone();
        int place = count(from, to - 1);
        changed[place] = (byte) (changed[place] ^ count(1, 255));
        return changed;
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
