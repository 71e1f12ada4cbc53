package larmor.simd;

import larmor.model.Coefficients;
import larmor.model.Magnetization;

/**
 * The lanes that a thread advances together, in the first-level cache: rows of one array, one
 * number of every lane in each. A kernel reads row r of lane i at {@code M + r * WIDTH + i}.
 *
 * <p>Places of a block are filled from 0 on. The lanes behind the last one in its vector are copies
 * of it, so that whole vectors can be computed.
 */
final class LaneBlock {

    /**
     * Lanes in a block: fewer cost time and more gain none, says the table in the package
     * documentation. A block of {@code dop853-simd} is 96 rows, 49 kB, of which an adaptive step
     * touches about 67, 34 kB.
     */
    static final int WIDTH = 64;

    /**
     * m, three rows. The six numbers before the first row and the 16 bytes before the first number
     * of an array make a cache line, so that every row starts a line where the JVM aligns objects
     * to lines: {@code -XX:ObjectAlignmentInBytes=64}.
     */
    static final int M = 6;

    /** The step h. */
    static final int H = M + 3 * WIDTH;

    // The numbers of larmor.ode.LlgsEquation.
    static final int H0 = M + 4 * WIDTH;
    static final int NYZ = M + 5 * WIDTH;
    static final int MINUS_N = M + 6 * WIDTH;
    static final int D0 = M + 7 * WIDTH;
    static final int D1 = M + 8 * WIDTH;
    static final int ALPHA0 = M + 9 * WIDTH;
    static final int MINUS_ALPHA1 = M + 10 * WIDTH;
    static final int S = M + 11 * WIDTH;
    static final int B = M + 12 * WIDTH;
    static final int BN = M + 13 * WIDTH;
    static final int CHI = M + 14 * WIDTH;

    /** The smallest |m|² after a step. */
    static final int LEAST = M + 15 * WIDTH;

    /** The largest |m|² after a step. */
    static final int MOST = M + 16 * WIDTH;

    /** t' that was reached. */
    static final int TIME = M + 17 * WIDTH;

    /** The length of the next step if nothing cuts it short. */
    static final int LENGTH = M + 18 * WIDTH;

    /** The reciprocal of the squared error, limited, of the last step accepted. */
    static final int INVERSE_LAST_ERROR_SQUARED = M + 19 * WIDTH;

    /** How many steps were accepted. */
    static final int ACCEPTED = M + 20 * WIDTH;

    /** How many steps were rejected. */
    static final int REJECTED = M + 21 * WIDTH;

    /** t' at the end of the step. */
    static final int STEP_END = M + 22 * WIDTH;

    /** m at the end of the step, three rows. */
    static final int END = M + 23 * WIDTH;

    /** The increment of m over the step, three rows. */
    static final int INCREMENT = M + 26 * WIDTH;

    /** The square of the estimated error, before it is compared with a tolerance. */
    static final int ERROR_SQUARED = M + 29 * WIDTH;

    /** For dense output: m at the start of the step, three rows. */
    static final int START = M + 30 * WIDTH;

    /** For dense output: t' at the start of the step. */
    static final int START_TIME = M + 33 * WIDTH;

    /** For dense output: the step h. */
    static final int START_H = M + 34 * WIDTH;

    /** 1 where the last attempt was good enough and the lane moved, 0 elsewhere. */
    static final int MOVED = M + 35 * WIDTH;

    private static final int K = M + 36 * WIDTH;

    private LaneBlock() {}

    /** h k of a stage, three rows; stages count from 1. */
    static int k(int stage) {
        return K + (stage - 1) * 3 * WIDTH;
    }

    /** The memory of a block with so many stages, counting three rows more as a stage. */
    static double[] withStages(int stages) {
        return new double[k(stages + 1)];
    }

    /** Whole vectors that hold so many lanes, in lanes. */
    static int vectorized(int lanes) {
        return Math.ceilDiv(lanes, Lanes.COUNT) * Lanes.COUNT;
    }

    /** Puts a trajectory at its start into place {@code i}. */
    static void load(double[] w, int i, Coefficients coefficients, Magnetization start) {
        w[M + i] = start.x();
        w[M + WIDTH + i] = start.y();
        w[M + 2 * WIDTH + i] = start.z();
        w[H0 + i] = coefficients.h0();
        w[NYZ + i] = coefficients.nyz();
        w[MINUS_N + i] = -coefficients.nxy();
        w[D0 + i] = coefficients.d0();
        w[D1 + i] = coefficients.d1();
        w[ALPHA0 + i] = coefficients.alpha0();
        w[MINUS_ALPHA1 + i] = -coefficients.alpha1();
        w[S + i] = coefficients.s();
        w[B + i] = coefficients.b();
        w[BN + i] = coefficients.bn();
        w[CHI + i] = coefficients.chi();
        w[LEAST + i] = 1;
        w[MOST + i] = 1;
    }

    /** Puts the trajectory of one place into another too, with the step that it is trying. */
    static void copy(double[] w, int from, int to) {
        for (int row = M; row < w.length; row += WIDTH) {
            w[row + to] = w[row + from];
        }
    }

    /** m of the trajectory at a place. */
    static Magnetization state(double[] w, int i) {
        return new Magnetization(w[M + i], w[M + WIDTH + i], w[M + 2 * WIDTH + i]);
    }
}
