package larmor.orbit;

import larmor.model.Magnetization;
import larmor.observable.Regime;

/**
 * A direction in which m stays, and how it moves near it: a deviation r in the tangent plane, along
 * ê_θ and ê_φ, obeys ṙ = L r.
 *
 * @param voltage v = V/V_c
 * @param polar its polar angle θ, from 0 to π
 * @param azimuth its azimuth φ; 0 at the poles
 * @param stability L
 * @param polarByVoltage dθ/dv along the branch of this state
 * @param azimuthByVoltage dφ/dv; 0 at the poles
 */
public record StaticState(
        double voltage,
        double polar,
        double azimuth,
        Matrix stability,
        double polarByVoltage,
        double azimuthByVoltage) {

    /** A state within this of θ = 0 or π lies along ±ẑ. */
    private static final double POLE_DISTANCE = 1e-9;

    /**
     * A matrix of two rows and columns, in units of γμ₀M_s.
     *
     * @param xx first row, first column
     * @param xy first row, second column
     * @param yx second row, first column
     * @param yy second row, second column
     */
    public record Matrix(double xx, double xy, double yx, double yy) {

        /** The sum of the eigenvalues. */
        public double trace() {
            return xx + yy;
        }

        /** The product of the eigenvalues. */
        public double determinant() {
            return xx * yy - xy * yx;
        }

        /** ((xx−yy)/2)² + xy·yx: the square of half the distance of the eigenvalues. */
        double halfDistanceSquared() {
            double half = 0.5 * (xx - yy);
            return half * half + xy * yx;
        }

        /** The larger real part of the two eigenvalues. */
        public double growthRate() {
            double square = halfDistanceSquared();
            return 0.5 * trace() + (square > 0 ? Math.sqrt(square) : 0);
        }

        /**
         * The direction of the larger eigenvalue, or of the smaller, where both are real: of length
         * 1, its first component along ê_θ.
         */
        double[] eigenvector(boolean larger) {
            double distance = Math.sqrt(halfDistanceSquared());
            double half = 0.5 * (xx - yy);
            double shift = larger ? distance : -distance;
            // Of the rows of L − λ, the one that does not cancel.
            boolean firstRow = Math.abs(shift - half) >= Math.abs(shift + half);
            double first = firstRow ? xy : shift + half;
            double second = firstRow ? shift - half : yx;
            double length = Math.sqrt(first * first + second * second);
            return new double[] {first / length, second / length};
        }

        /** The imaginary part of the eigenvalues, 0 where they are real. */
        public double frequency() {
            double square = halfDistanceSquared();
            return square < 0 ? Math.sqrt(-square) : 0;
        }
    }

    /** m. */
    public Magnetization m() {
        double[] m = new SphericalFrame(polar, azimuth).radial;
        return switch (regime()) {
            // Without the rounding of sin π.
            case PARALLEL -> new Magnetization(0, 0, 1);
            case ANTIPARALLEL -> new Magnetization(0, 0, -1);
            default -> new Magnetization(m[0], m[1], m[2]);
        };
    }

    /** ⟨p⟩ = (1−m_z)/2. */
    public double power() {
        double sine = StrictMath.sin(0.5 * polar);
        return sine * sine;
    }

    /** Whether every small deviation decays. */
    public boolean stable() {
        return stability.growthRate() < 0;
    }

    /** Whether deviations grow along one direction and decay along another. */
    public boolean saddle() {
        return stability.determinant() < 0;
    }

    /** Parallel, antiparallel or static. */
    public Regime regime() {
        if (polar < POLE_DISTANCE) {
            return Regime.PARALLEL;
        }
        return polar > Math.PI - POLE_DISTANCE ? Regime.ANTIPARALLEL : Regime.STATIC;
    }
}
