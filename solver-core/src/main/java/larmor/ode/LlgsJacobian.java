package larmor.ode;

import larmor.model.Coefficients;

/**
 * The first derivatives of the equation of motion, in both of its forms: what the variational
 * equations and the stability of static states are made of.
 *
 * <p>With the letters of {@link LlgsEquation}, ṁ = R/D and R = Ω×m, so that
 *
 * <pre>
 *   dṁ = (dΩ×m + Ω×dm − ṁ dD)/D,
 *
 *   dd = d₁ dz,  dα = −α₁ dz,  de = d dα + α dd,  df = de + 2B(m_x dx + m_y dy),
 *   dg = a df + f da + Bn(m_x² dz + 2m_x m_z dx) − dS.
 * </pre>
 *
 * <p>The equation keeps |m|, hence m·dṁ = −ṁ·dm for every dm: the derivative along a tangent of the
 * sphere turns with the tangent plane.
 */
public final class LlgsJacobian {

    private final LlgsEquation equation;
    private final double h0;
    private final double nyz;
    private final double n;
    private final double d0;
    private final double d1;
    private final double alpha0;
    private final double alpha1;
    private final double s;
    private final double b;
    private final double bn;
    private final double chi;
    private final double[] numerators = new double[4];

    /**
     * The derivatives of the equation with these coefficients. Not safe for use by many threads.
     */
    public LlgsJacobian(Coefficients coefficients) {
        equation = new LlgsEquation(coefficients);
        h0 = coefficients.h0();
        nyz = coefficients.nyz();
        n = coefficients.nxy();
        d0 = coefficients.d0();
        d1 = coefficients.d1();
        alpha0 = coefficients.alpha0();
        alpha1 = coefficients.alpha1();
        s = coefficients.s();
        b = coefficients.b();
        bn = coefficients.bn();
        chi = coefficients.chi();
    }

    /**
     * The rate of change and its derivatives.
     *
     * @param x m_x
     * @param y m_y
     * @param z m_z
     * @param rate of length at least 3. Modified: ṁ
     * @param byState of length at least 9. Modified: ∂ṁ_i/∂m_j in element 3i+j
     * @param byDrive of length at least 3. Modified: ∂ṁ_i/∂S, S = dσ being the drive
     */
    public void evaluate(
            double x, double y, double z, double[] rate, double[] byState, double[] byDrive) {
        equation.evaluate(x, y, z, numerators);
        double perDenominator = 1 / numerators[3];
        double rateX = numerators[0] * perDenominator;
        double rateY = numerators[1] * perDenominator;
        double rateZ = numerators[2] * perDenominator;
        rate[0] = rateX;
        rate[1] = rateY;
        rate[2] = rateZ;

        double d = d0 + d1 * z;
        double alpha = alpha0 - alpha1 * z;
        double e = alpha * d;
        double f = e + b * (x * x + y * y);
        double chiAlpha = chi * alpha;
        double a = h0 + nyz * z;
        double g = a * f + bn * z * x * x - s;
        double hx = -n * x;
        double omegaX = y * g + d * hx;
        double omegaY = e * hx * z - x * g;
        double omegaZ = d * a + chiAlpha * s - e * hx * y;

        double slopeOfE = alpha * d1 - alpha1 * d;
        double fByX = 2 * b * x;
        double fByY = 2 * b * y;
        double gByX = a * fByX + 2 * bn * z * x;
        double gByY = a * fByY;
        double gByZ = nyz * f + a * slopeOfE + bn * x * x;

        // dΩ and dD for dx, then dy, dz and dS.
        double xX = y * gByX - d * n;
        double xY = -e * n * z - g - x * gByX;
        double xZ = e * n * y;
        double yX = g + y * gByY;
        double yY = -x * gByY;
        double yZ = -e * hx;
        double zX = y * gByZ + d1 * hx;
        double zY = e * hx + slopeOfE * hx * z - x * gByZ;
        double zZ = d1 * a + d * nyz - chi * alpha1 * s - slopeOfE * hx * y;
        double denominatorByX = chiAlpha * fByX;
        double denominatorByY = chiAlpha * fByY;
        double denominatorByZ = d1 + chi * (alpha * slopeOfE - alpha1 * f);

        byState[0] = (xY * z - xZ * y - rateX * denominatorByX) * perDenominator;
        byState[3] = (xZ * x - xX * z + omegaZ - rateY * denominatorByX) * perDenominator;
        byState[6] = (xX * y - xY * x - omegaY - rateZ * denominatorByX) * perDenominator;
        byState[1] = (yY * z - yZ * y - omegaZ - rateX * denominatorByY) * perDenominator;
        byState[4] = (yZ * x - yX * z - rateY * denominatorByY) * perDenominator;
        byState[7] = (yX * y - yY * x + omegaX - rateZ * denominatorByY) * perDenominator;
        byState[2] = (zY * z - zZ * y + omegaY - rateX * denominatorByZ) * perDenominator;
        byState[5] = (zZ * x - zX * z - omegaX - rateY * denominatorByZ) * perDenominator;
        byState[8] = (zX * y - zY * x - rateZ * denominatorByZ) * perDenominator;

        byDrive[0] = (x * z - chiAlpha * y) * perDenominator;
        byDrive[1] = (chiAlpha * x + y * z) * perDenominator;
        byDrive[2] = -(y * y + x * x) * perDenominator;
    }
}
