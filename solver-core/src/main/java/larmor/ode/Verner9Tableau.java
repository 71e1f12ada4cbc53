package larmor.ode;

/**
 * The coefficients of Verner's method of order 9, the one that advances the solution in his "most
 * efficient" pair of orders 9 and 8.
 *
 * <p>J. H. Verner, Numerical Algorithms 53, 383 (2010). The digits are the doubles next to the
 * fractions that he publishes. A sixteenth stage, which only the estimate of the error uses, is
 * left out.
 *
 * <pre>
 *   0       |
 *   0.03462 | a2,1
 *   0.0970… | a3,1   a3,2
 *   0.1455… | a4,1   0      a4,3
 *   0.561   | a5,1   0      a5,3   a5,4
 *   0.2290… | a6,1   0      0      a6,4   a6,5
 *   0.5449… | a7,1   0      0      a7,4   a7,5   a7,6
 *   0.645   | a8,1   0      0      0      0      a8,6   a8,7
 *   0.48375 | a9,1   0      0      0      0      a9,6   …      a9,8
 *   0.06757 | a10,1  0      0      0      0      a10,6  …      a10,9
 *   0.25    | a11,1  0      0      0      0      a11,6  …      a11,10
 *   0.6590… | a12,1  0      0      0      0      a12,6  …      a12,11
 *   0.8206  | a13,1  0      0      0      0      a13,6  …      a13,12
 *   0.9012  | a14,1  0      0      0      0      a14,6  …      a14,13
 *   1       | a15,1  0      0      0      0      a15,6  …      a15,14
 *   --------+--------------------------------------------------------------
 *   b       | b1     0      0      0      0      0      0    b8  …  b15
 * </pre>
 *
 * <p>{@code Aiijj} multiplies h k_j in the argument of stage i and {@code Bjj} is the weight of
 * stage j. What is not here is 0.
 */
public final class Verner9Tableau {

    /** The order of the method. */
    public static final int ORDER = 9;

    public static final double A0201 = 0.03462;

    public static final double A0301 = -0.03893354388572875;
    public static final double A0302 = 0.13595789452450918;

    public static final double A0401 = 0.03638413148954267;
    public static final double A0403 = 0.10915239446862801;

    public static final double A0501 = 2.0257639143939694;
    public static final double A0503 = -7.638023836496291;
    public static final double A0504 = 6.173259922102322;

    public static final double A0601 = 0.05112275589406061;
    public static final double A0604 = 0.17708237945550218;
    public static final double A0605 = 0.0008027762409222536;

    public static final double A0701 = 0.13160063579752163;
    public static final double A0704 = -0.2957276252669636;
    public static final double A0705 = 0.08781378035642955;
    public static final double A0706 = 0.6213052975225274;

    public static final double A0801 = 0.07166666666666667;
    public static final double A0806 = 0.33055335789153195;
    public static final double A0807 = 0.2427799754418014;

    public static final double A0901 = 0.071806640625;
    public static final double A0906 = 0.3294380283228177;
    public static final double A0907 = 0.1165190029271823;
    public static final double A0908 = -0.034013671875;

    public static final double A1001 = 0.04836757646340646;
    public static final double A1006 = 0.03928989925676164;
    public static final double A1007 = 0.10547409458903446;
    public static final double A1008 = -0.021438652846483126;
    public static final double A1009 = -0.10412291746271944;

    public static final double A1101 = -0.026645614872014785;
    public static final double A1106 = 0.03333333333333333;
    public static final double A1107 = -0.1631072244872467;
    public static final double A1108 = 0.03396081684127761;
    public static final double A1109 = 0.1572319413814626;
    public static final double A1110 = 0.21522674780318796;

    public static final double A1201 = 0.03689009248708622;
    public static final double A1206 = -0.1465181576725543;
    public static final double A1207 = 0.2242577768172024;
    public static final double A1208 = 0.02294405717066073;
    public static final double A1209 = -0.0035850052905728597;
    public static final double A1210 = 0.08669223316444385;
    public static final double A1211 = 0.43838406519683376;

    public static final double A1301 = -0.4866012215113341;
    public static final double A1306 = -6.304602650282853;
    public static final double A1307 = -0.2812456182894729;
    public static final double A1308 = -2.679019236219849;
    public static final double A1309 = 0.5188156639241577;
    public static final double A1310 = 1.3653531876033418;
    public static final double A1311 = 5.8850910885039465;
    public static final double A1312 = 2.8028087862720628;

    public static final double A1401 = 0.4185367457753472;
    public static final double A1406 = 6.724547581906459;
    public static final double A1407 = -0.42544428016461133;
    public static final double A1408 = 3.3432791530012653;
    public static final double A1409 = 0.6170816631175374;
    public static final double A1410 = -0.9299661239399329;
    public static final double A1411 = -6.099948804751011;
    public static final double A1412 = -3.002206187889399;
    public static final double A1413 = 0.2553202529443446;

    public static final double A1501 = -0.7793740861228848;
    public static final double A1506 = -13.937342538107776;
    public static final double A1507 = 1.2520488533793563;
    public static final double A1508 = -14.691500408016868;
    public static final double A1509 = -0.494705058533141;
    public static final double A1510 = 2.2429749091462368;
    public static final double A1511 = 13.367893803828643;
    public static final double A1512 = 14.396650486650687;
    public static final double A1513 = -0.79758133317768;
    public static final double A1514 = 0.4409353709534278;

    public static final double B01 = 0.014611976858423152;
    public static final double B08 = -0.3915211862331339;
    public static final double B09 = 0.23109325002895065;
    public static final double B10 = 0.12747667699928525;
    public static final double B11 = 0.2246434176204158;
    public static final double B12 = 0.5684352689748513;
    public static final double B13 = 0.058258715572158275;
    public static final double B14 = 0.13643174034822156;
    public static final double B15 = 0.030570139830827976;

    private Verner9Tableau() {}
}
