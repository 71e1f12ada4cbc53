package larmor.observable;

/** The power p = (1−m_z)/2 of a precession. */
final class Power {

    private Power() {}

    /** p, from the transverse part where m_z &gt; 0: a small tilt is not lost in rounding there. */
    static double of(double x, double y, double z) {
        return 0.5 * (z > 0 ? (x * x + y * y) / (1 + z) : 1 - z);
    }
}
