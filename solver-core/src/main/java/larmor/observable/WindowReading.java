package larmor.observable;

import larmor.model.Magnetization;

/**
 * What a window of samples says by itself, each mean with the weights of {@link SmoothWindow}.
 *
 * @param omega ω of the highest line in the spectrum of m_x + i m_y less its mean, in units of
 *     γμ₀M_s; negative for a line that turns clockwise, 0 where the variation is below {@link
 *     #VARIATION_FLOOR}
 * @param power ⟨p⟩
 * @param mean ⟨m⟩
 * @param variation the rms variation of m_x + i m_y
 */
record WindowReading(double omega, double power, Magnetization mean, double variation) {

    /** Below this rms variation of m_x + i m_y a state counts as static. */
    static final double VARIATION_FLOOR = 1e-3;

    static WindowReading of(SampledWindow samples) {
        int count = samples.count();
        double[] weights = SmoothWindow.weights(count);
        double meanX = 0;
        double meanY = 0;
        double meanZ = 0;
        double power = 0;
        for (int i = 0; i < count; i++) {
            double x = samples.x(i);
            double y = samples.y(i);
            double z = samples.z(i);
            meanX += weights[i] * x;
            meanY += weights[i] * y;
            meanZ += weights[i] * z;
            power += weights[i] * Power.of(x, y, z);
        }
        double[] re = new double[count];
        double[] im = new double[count];
        double variance = 0;
        for (int i = 0; i < count; i++) {
            double x = samples.x(i) - meanX;
            double y = samples.y(i) - meanY;
            variance += weights[i] * (x * x + y * y);
            re[i] = weights[i] * x;
            im[i] = weights[i] * y;
        }
        double variation = Math.sqrt(variance);
        double omega =
                variation < VARIATION_FLOOR
                        ? 0
                        : new SpectralPeak(re, im).anglePerSample() / samples.interval();
        return new WindowReading(omega, power, new Magnetization(meanX, meanY, meanZ), variation);
    }

    /** |ω|. */
    double frequency() {
        return Math.abs(omega);
    }

    /** Whether nothing oscillates. */
    boolean atRest() {
        return variation < VARIATION_FLOOR;
    }
}
