package larmor.observable;

import java.util.Arrays;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;
import org.hipparchus.util.FastMath;
import org.hipparchus.util.SinCos;

/**
 * The highest line in the spectrum of a complex signal, as GLD Appendix B takes it, but resolved
 * well below one bin: the bin of the highest peak comes from the fast Fourier transform of the
 * weighted, zero-padded signal, the line's frequency from the zero of d|X(ω)|²/dω next to it, X
 * being the continuous transform of the same samples.
 */
final class SpectralPeak {

    /**
     * Samples over which the phase factor is advanced by multiplication before it is made afresh.
     */
    private static final int PHASE_RENEWAL = 64;

    private static final double RELATIVE_ACCURACY = 1e-14;
    private static final double ABSOLUTE_ACCURACY = 1e-15;
    private static final int MOST_EVALUATIONS = 60;

    private final double[] re;
    private final double[] im;

    /**
     * @param re real part of the weighted signal. Not modified.
     * @param im imaginary part, of the same length. Not modified.
     */
    SpectralPeak(double[] re, double[] im) {
        this.re = re;
        this.im = im;
    }

    /** The angle by which the line at the highest peak advances from one sample to the next. */
    double anglePerSample() {
        // The main lobe is eight bins wide or more: the highest bin and its neighbours lie in it.
        int length = Integer.highestOneBit(re.length - 1) << 1;
        double[][] spectrum = {Arrays.copyOf(re, length), Arrays.copyOf(im, length)};
        FastFourierTransformer.transformInPlace(
                spectrum, DftNormalization.STANDARD, TransformType.FORWARD);
        int peak = 0;
        double highest = -1;
        for (int k = 0; k < length; k++) {
            double power = spectrum[0][k] * spectrum[0][k] + spectrum[1][k] * spectrum[1][k];
            if (power > highest) {
                highest = power;
                peak = k;
            }
        }
        double bin = 2 * Math.PI / length;
        double centre = bin * (peak <= length / 2 ? peak : peak - length);
        return refined(centre - bin, centre + bin);
    }

    private double refined(double from, double to) {
        double slopeFrom = powerSlope(from);
        double slopeTo = powerSlope(to);
        if (!(slopeFrom > 0 && slopeTo < 0)) {
            return 0.5 * (from + to);
        }
        return new BracketingNthOrderBrentSolver(RELATIVE_ACCURACY, ABSOLUTE_ACCURACY, 5)
                .solve(MOST_EVALUATIONS, this::powerSlope, from, to);
    }

    /** d|X|²/dω /2 = Re(X* dX/dω) with X(ω) = Σ s_j e^{−iωj}, j counted from the middle. */
    private double powerSlope(double omega) {
        double middle = 0.5 * (re.length - 1);
        SinCos turn = FastMath.sinCos(-omega);
        double xRe = 0;
        double xIm = 0;
        double momentRe = 0;
        double momentIm = 0;
        double phaseRe = 1;
        double phaseIm = 0;
        for (int j = 0; j < re.length; j++) {
            double offset = j - middle;
            if (j % PHASE_RENEWAL == 0) {
                SinCos phase = FastMath.sinCos(-omega * offset);
                phaseRe = phase.cos();
                phaseIm = phase.sin();
            }
            double sRe = re[j] * phaseRe - im[j] * phaseIm;
            double sIm = re[j] * phaseIm + im[j] * phaseRe;
            xRe += sRe;
            xIm += sIm;
            momentRe += offset * sRe;
            momentIm += offset * sIm;
            double next = phaseRe * turn.cos() - phaseIm * turn.sin();
            phaseIm = phaseRe * turn.sin() + phaseIm * turn.cos();
            phaseRe = next;
        }
        // dX/dω = −i Σ j s_j e^{−iωj}
        return xRe * momentIm - xIm * momentRe;
    }
}
