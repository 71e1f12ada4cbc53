package larmor.orbit;

/** The unit vectors m, ê_θ and ê_φ of a direction of polar angle θ and azimuth φ. */
final class SphericalFrame {

    /** m. */
    final double[] radial;

    /** ê_θ, where m goes as θ grows. */
    final double[] polar;

    /** ê_φ, where m goes as φ grows. */
    final double[] azimuthal;

    SphericalFrame(double theta, double phi) {
        double sineTheta = StrictMath.sin(theta);
        double cosineTheta = StrictMath.cos(theta);
        double sinePhi = StrictMath.sin(phi);
        double cosinePhi = StrictMath.cos(phi);
        radial = new double[] {sineTheta * cosinePhi, sineTheta * sinePhi, cosineTheta};
        polar = new double[] {cosineTheta * cosinePhi, cosineTheta * sinePhi, -sineTheta};
        azimuthal = new double[] {-sinePhi, cosinePhi, 0};
    }

    static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
