package larmor.bench.choice;

import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * What is known of the error of a setting.
 *
 * @param error that all but a few of the voltages stay below or at
 * @param above how many may err by more
 * @param voltages at how many, evenly over the range, it was measured
 * @param largest the largest error at those, which depends on their number
 */
public record Promise(double error, int above, int voltages, double largest) {

    /** How sure {@link #oneIn} is. */
    public static final double CONFIDENCE = 0.95;

    /**
     * How rare the voltages are that err by more: at most one in so many, with a confidence of 95 %
     * (C. Clopper, E. Pearson, Biometrika 26, 404 (1934)), as if the voltages had been drawn. Those
     * of a grid lie more evenly.
     */
    public int oneIn() {
        double share =
                new BetaDistribution(above + 1.0, voltages - above)
                        .inverseCumulativeProbability(CONFIDENCE);
        return (int) (1 / share);
    }
}
