package larmor.sweep;

/**
 * The counter-based generator Philox4x32-10 of J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw,
 * "Parallel random numbers: as easy as 1, 2, 3", SC'11 (2011): a bijection of 128-bit counters
 * under a 64-bit key. The numbers of a counter depend on key and counter alone, so that runs may be
 * made in any order, on any machine, and drawn again.
 */
final class Philox {

    private static final int ROUNDS = 10;
    private static final int MULTIPLIER_0 = 0xD2511F53;
    private static final int MULTIPLIER_1 = 0xCD9E8D57;

    // Added to the key between rounds: the golden ratio and √3 − 1.
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;

    /** 2⁻⁵³. */
    private static final double UNIT = 0x1p-53;

    private Philox() {}

    /**
     * The four words of a counter.
     *
     * @param key 64 bits; its low word is the first of the paper's two
     * @param low the counter's words 0 and 1, the low one first
     * @param high the counter's words 2 and 3
     */
    static int[] words(long key, long low, long high) {
        int c0 = (int) low;
        int c1 = (int) (low >>> 32);
        int c2 = (int) high;
        int c3 = (int) (high >>> 32);
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = Integer.toUnsignedLong(MULTIPLIER_0) * Integer.toUnsignedLong(c0);
            long product1 = Integer.toUnsignedLong(MULTIPLIER_1) * Integer.toUnsignedLong(c2);
            c0 = (int) (product1 >>> 32) ^ c1 ^ k0;
            c1 = (int) product1;
            c2 = (int) (product0 >>> 32) ^ c3 ^ k1;
            c3 = (int) product0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        return new int[] {c0, c1, c2, c3};
    }

    /** Two words as one of the 2⁵³ equally spaced numbers from 0 to below 1. */
    static double unit(int low, int high) {
        long bits = Integer.toUnsignedLong(low) | (long) high << 32;
        return (bits >>> 11) * UNIT;
    }
}
