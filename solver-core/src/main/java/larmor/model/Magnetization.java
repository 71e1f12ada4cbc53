package larmor.model;

/**
 * A direction m of the magnetisation, with m_fix along ẑ.
 *
 * @param x m_x, along the film normal for the paper's device
 * @param y m_y
 * @param z m_z = cos θ
 */
public record Magnetization(double x, double y, double z) {

    /**
     * The unit vector along (x, y, z).
     *
     * @param field the flag or key to name if it cannot be normalised
     * @throws InvalidInput if a component is not finite or all are zero
     */
    public static Magnetization normalized(String field, double x, double y, double z) {
        double largest = Math.max(Math.abs(x), Math.max(Math.abs(y), Math.abs(z)));
        if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput(
                    field, "must be a finite vector other than 0, not " + x + "," + y + "," + z);
        }
        // Scaled by a power of two first, exactly, so that the squares neither overflow nor vanish.
        int scale = -Math.getExponent(largest);
        double sx = Math.scalb(x, scale);
        double sy = Math.scalb(y, scale);
        double sz = Math.scalb(z, scale);
        double norm = Math.sqrt(sx * sx + sy * sy + sz * sz);
        return new Magnetization(sx / norm, sy / norm, sz / norm);
    }

    /** The length |m|, 1 up to the error of a solver. */
    public double norm() {
        return Math.sqrt(x * x + y * y + z * z);
    }

    /** Whether all three components are finite numbers. */
    public boolean isFinite() {
        return Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z);
    }
}
