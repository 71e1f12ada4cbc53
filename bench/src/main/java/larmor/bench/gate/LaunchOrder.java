package larmor.bench.gate;

/**
 * Who goes first. Pairs of launches follow the sequence of Thue and Morse: AB BA BA AB BA AB AB BA…
 * Over two pairs a drift that is linear in time drops out of the sum of their differences, over
 * four a quadratic one, and no period of the machine keeps step with it.
 */
final class LaunchOrder {

    /** Pairs in a block, the smallest unit in which both jars have the same mean time. */
    static final int PAIRS_IN_BLOCK = 2;

    private LaunchOrder() {}

    /** The jar that is launched first in a pair, counted from 0. */
    static Side first(int pair) {
        return odd(pair) ? Side.CANDIDATE : Side.BASE;
    }

    /**
     * The sign that the difference of a jar with itself, later less earlier, has in a block. The
     * two launches of one jar stand three places apart in ABBA for A and one for B, and the other
     * way round in BAAB; two blocks in a row are one of each and get one sign, so that drifts drop
     * out here as well.
     */
    static int sameJarSign(int block) {
        return odd(block / 2) ? -1 : 1;
    }

    private static boolean odd(int index) {
        return Integer.bitCount(index) % 2 == 1;
    }
}
