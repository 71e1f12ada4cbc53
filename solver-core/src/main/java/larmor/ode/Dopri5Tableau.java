package larmor.ode;

/**
 * The coefficients of the Dormand–Prince pair of order 5(4).
 *
 * <p>J. R. Dormand, P. J. Prince, J. Comput. Appl. Math. 6, 19 (1980), RK5(4)7M; dense output of
 * order 4 by L. F. Shampine as in E. Hairer, S. P. Nørsett, G. Wanner, Solving Ordinary
 * Differential Equations I, 2nd ed., Sec. II.6.
 *
 * <pre>
 *    0   |
 *   1/5  | 1/5
 *   3/10 | 3/40         9/40
 *   4/5  | 44/45       −56/15        32/9
 *   8/9  | 19372/6561  −25360/2187   64448/6561  −212/729
 *    1   | 9017/3168   −355/33       46732/5247   49/176   −5103/18656
 *    1   | 35/384       0            500/1113     125/192  −2187/6784     11/84
 *   -----+-----------------------------------------------------------------------------
 *   b    | 35/384       0            500/1113     125/192  −2187/6784     11/84     0
 *   b̂    | 5179/57600   0            7571/16695   393/640  −92097/339200  187/2100  1/40
 * </pre>
 *
 * <p>{@code Aij} multiplies h k_j in the argument of stage i, {@code Bi} is the weight of order 5,
 * {@code Ei} = b_i − b̂_i, and {@code Di} is for the dense output. What is not here is 0.
 */
public final class Dopri5Tableau {

    /** The order of the method. */
    public static final int ORDER = 5;

    public static final double A21 = 1.0 / 5;

    public static final double A31 = 3.0 / 40;
    public static final double A32 = 9.0 / 40;

    public static final double A41 = 44.0 / 45;
    public static final double A42 = -56.0 / 15;
    public static final double A43 = 32.0 / 9;

    public static final double A51 = 19372.0 / 6561;
    public static final double A52 = -25360.0 / 2187;
    public static final double A53 = 64448.0 / 6561;
    public static final double A54 = -212.0 / 729;

    public static final double A61 = 9017.0 / 3168;
    public static final double A62 = -355.0 / 33;
    public static final double A63 = 46732.0 / 5247;
    public static final double A64 = 49.0 / 176;
    public static final double A65 = -5103.0 / 18656;

    public static final double B1 = 35.0 / 384;
    public static final double B3 = 500.0 / 1113;
    public static final double B4 = 125.0 / 192;
    public static final double B5 = -2187.0 / 6784;
    public static final double B6 = 11.0 / 84;

    public static final double E1 = 71.0 / 57600;
    public static final double E3 = -71.0 / 16695;
    public static final double E4 = 71.0 / 1920;
    public static final double E5 = -17253.0 / 339200;
    public static final double E6 = 22.0 / 525;
    public static final double E7 = -1.0 / 40;

    public static final double D1 = -12715105075.0 / 11282082432.0;
    public static final double D3 = 87487479700.0 / 32700410799.0;
    public static final double D4 = -10690763975.0 / 1880347072.0;
    public static final double D5 = 701980252875.0 / 199316789632.0;
    public static final double D6 = -1453857185.0 / 822651844.0;
    public static final double D7 = 69997945.0 / 29380423.0;

    private Dopri5Tableau() {}
}
