package larmor.bench.choice;

/**
 * What is known of the error of a setting.
 *
 * @param error that at most one voltage in {@code oneIn} exceeds
 * @param oneIn how rare those are
 * @param voltages at how many, evenly over the range, it was measured
 * @param largest the largest error at those, which depends on their number
 */
public record Promise(double error, int oneIn, int voltages, double largest) {}
