package larmor.ode;

/**
 * The coefficients of the Dormand–Prince method of order 8 with error estimates of order 5 and 3.
 *
 * <p>The method is of J. R. Dormand and P. J. Prince (P. J. Prince, J. R. Dormand, J. Comput. Appl.
 * Math. 7, 67 (1981)); the estimates, the three stages and the weights of the dense output of order
 * 7 are of E. Hairer, S. P. Nørsett, G. Wanner, Solving Ordinary Differential Equations I, 2nd ed.,
 * Sec. II.10, whose DOP853 gives the digits.
 *
 * <pre>
 *    0              |
 *   (12−2√6)/135    | a2,1
 *   (6−√6)/45       | a3,1  a3,2
 *   (6−√6)/30       | a4,1   0    a4,3
 *   (6+√6)/30       | a5,1   0    a5,3  a5,4
 *   1/3             | a6,1   0     0    a6,4  a6,5
 *   1/4             | a7,1   0     0    a7,4  a7,5  a7,6
 *   4/13            | a8,1   0     0    a8,4  a8,5  a8,6  a8,7
 *   127/195         | a9,1   0     0    a9,4   …               a9,8
 *   3/5             | a10,1  0     0    a10,4  …                      a10,9
 *   6/7             | a11,1  0     0    a11,4  …                              a11,10
 *   1               | a12,1  0     0    a12,4  …                                      a12,11
 *   ----------------+-----------------------------------------------------------------------------
 *   b               | b1     0     0     0     0    b6   b7   b8   b9   b10   b11   b12
 *   ----------------+-----------------------------------------------------------------------------
 *   1   (dense)     | the end of the step is stage 13
 *   1/10            | a14,1, a14,7 … a14,13
 *   1/5             | a15,1, a15,6 … a15,8, a15,11 … a15,14
 *   7/9             | a16,1, a16,6 … a16,9, a16,13 … a16,15
 * </pre>
 *
 * <p>{@code Aiijj} multiplies h k_j in the argument of stage i and {@code Bjj} is the weight of
 * order 8. {@code Ejj} are the differences to a method of order 5, {@code BHHjj} the weights of one
 * of order 3. {@code D4jj} to {@code D7jj} are for the dense output. What is not here is 0.
 */
public final class Dop853Tableau {

    /** The order of the method. */
    public static final int ORDER = 8;

    /**
     * With e₅ and e₃ the estimates of order 5 and 3, the error is |e₅|²/√(|e₅|² + 0.01|e₃|²), which
     * goes as h⁸.
     */
    public static final double THIRD_ORDER_SHARE = 0.01;

    public static final double A0201 = 0.05260015195876773187855875445;

    public static final double A0301 = 0.01972505698453789945445953292;
    public static final double A0302 = 0.05917517095361369836337859875;

    public static final double A0401 = 0.02958758547680684918168929938;
    public static final double A0403 = 0.08876275643042054754506789813;

    public static final double A0501 = 0.2413651341592666855023697987;
    public static final double A0503 = -0.8845494793282860853448649627;
    public static final double A0504 = 0.9248340032617920031157379665;

    public static final double A0601 = 1.0 / 27;
    public static final double A0604 = 0.1708286087294738712796044822;
    public static final double A0605 = 0.1254676875668224250166918141;

    public static final double A0701 = 19.0 / 512;
    public static final double A0704 = 0.1702522110195440393149780603;
    public static final double A0705 = 0.06021653898045596068502193973;
    public static final double A0706 = -9.0 / 512;

    public static final double A0801 = 0.03709200011850479271087793198;
    public static final double A0804 = 0.1703839257122399938102140547;
    public static final double A0805 = 0.1072620304463732846518091992;
    public static final double A0806 = -0.01531943774862440175279361582;
    public static final double A0807 = 0.00827378916381402288758473766;

    public static final double A0901 = 0.6241109587160757171144295778;
    public static final double A0904 = -3.360892629446941294068571098;
    public static final double A0905 = -0.8682193468417260068181898915;
    public static final double A0906 = 27.59209969944670830494156008;
    public static final double A0907 = 20.1540675504778934086186789;
    public static final double A0908 = -43.48988418106995884773662551;

    public static final double A1001 = 0.4776625364382643658904339085;
    public static final double A1004 = -2.488114619971667641926425865;
    public static final double A1005 = -0.5902908268368429963714464757;
    public static final double A1006 = 21.23005144818119423472889499;
    public static final double A1007 = 15.27923363288242358325969229;
    public static final double A1008 = -33.28821096898486291944532656;
    public static final double A1009 = -0.02033120170850862613582229286;

    public static final double A1101 = -0.9371424300859873257170402166;
    public static final double A1104 = 5.186372428844063708300238532;
    public static final double A1105 = 1.091437348996729578185002547;
    public static final double A1106 = -8.149787010746926125139972674;
    public static final double A1107 = -18.52006565999695986415661807;
    public static final double A1108 = 22.73948709935050428189700567;
    public static final double A1109 = 2.493605552679652389870893968;
    public static final double A1110 = -3.046764471898219500382366902;

    public static final double A1201 = 2.273310147516538207923597684;
    public static final double A1204 = -10.53449546673725019840666899;
    public static final double A1205 = -2.000872058224862499096757184;
    public static final double A1206 = -17.95893186311879891727659505;
    public static final double A1207 = 27.94888452941996005084998088;
    public static final double A1208 = -2.858998277135023694740655087;
    public static final double A1209 = -8.872856933530629544335492893;
    public static final double A1210 = 12.36056717579430306472662015;
    public static final double A1211 = 0.643392746015763530355970484;

    public static final double B01 = 0.05429373411656876223805357664;
    public static final double B06 = 4.450312892752408881441139506;
    public static final double B07 = 1.89151789931450038304281599;
    public static final double B08 = -5.801203960010584781467211423;
    public static final double B09 = 0.3111643669578198944089160624;
    public static final double B10 = -0.1521609496625160785561788068;
    public static final double B11 = 0.2013654008040303483747765375;
    public static final double B12 = 0.0447106157277725905176885569;

    public static final double E01 = 0.01312004499419488073250102996;
    public static final double E06 = -1.225156446376204440720569753;
    public static final double E07 = -0.4957589496572501915214079952;
    public static final double E08 = 1.664377182454986536961530415;
    public static final double E09 = -0.350328848749973681688648729;
    public static final double E10 = 0.3341791187130174790297318841;
    public static final double E11 = 0.08192320648511571246570742613;
    public static final double E12 = -0.02235530786388629525884427845;

    public static final double BHH01 = 31.0 / 127;
    public static final double BHH09 = 0.7338466882816118573413617415;
    public static final double BHH12 = 3.0 / 136;

    public static final double A1401 = 0.05616750228304795233929092197;
    public static final double A1407 = 0.2535002102166248110887947653;
    public static final double A1408 = -0.2462390374708024899174414754;
    public static final double A1409 = -0.1241914232638163604690101406;
    public static final double A1410 = 0.1532917982787656973120632268;
    public static final double A1411 = 0.008201052295634689884916666021;
    public static final double A1412 = 0.007567897660545699761386035896;
    public static final double A1413 = -8.298e-3;

    public static final double A1501 = 0.03183464816350214050607684733;
    public static final double A1506 = 0.02830090967236677552883229614;
    public static final double A1507 = 0.05354198830743856762237973844;
    public static final double A1508 = -0.05492374857139098846465693403;
    public static final double A1511 = -0.000108347328697249322858509317;
    public static final double A1512 = 0.0003825710908356584129549201923;
    public static final double A1513 = -0.0003404650086874045608029771145;
    public static final double A1514 = 0.1413124436746325002780746184;

    public static final double A1601 = -0.4288963015837919234085735387;
    public static final double A1606 = -4.697621415361163843144494472;
    public static final double A1607 = 7.683421196062599041842409539;
    public static final double A1608 = 4.068989818397110079702135543;
    public static final double A1609 = 0.356727187455281109270669543;
    public static final double A1613 = -0.001399024165159014621294180097;
    public static final double A1614 = 2.947514789152772338955627215;
    public static final double A1615 = -9.150958472179870010818701871;

    public static final double D401 = -8.428938276109012865135349114;
    public static final double D406 = 0.5667149535193777696253178359;
    public static final double D407 = -3.068949945949891691279730473;
    public static final double D408 = 2.384667656512069828772814968;
    public static final double D409 = 2.117034582445028276715514995;
    public static final double D410 = -0.8713915837779729920678990749;
    public static final double D411 = 2.240437430260788275854177165;
    public static final double D412 = 0.6315787787694688181557024929;
    public static final double D413 = -0.0889903364513333108206981174;
    public static final double D414 = 18.14850552085472725665640496;
    public static final double D415 = -9.194632392478355400045198444;
    public static final double D416 = -4.4360363875948939664310572;

    public static final double D501 = 10.42750864257913460341315101;
    public static final double D506 = 242.2834917752581828843017532;
    public static final double D507 = 165.2004517172702819850539489;
    public static final double D508 = -374.5467547226902027951831215;
    public static final double D509 = -22.11366685312530603627093858;
    public static final double D510 = 7.733432668472263838960389881;
    public static final double D511 = -30.67408473108939818206121363;
    public static final double D512 = -9.332130526430227872956722171;
    public static final double D513 = 15.69723812177084388613109108;
    public static final double D514 = -31.13940321956517767728285041;
    public static final double D515 = -9.352924358844478386571386266;
    public static final double D516 = 35.81684148639408375246589854;

    public static final double D601 = 19.98505324200243382098765362;
    public static final double D606 = -387.0373087493517655510590174;
    public static final double D607 = -189.1781381951675688283083833;
    public static final double D608 = 527.8081592054236490056101669;
    public static final double D609 = -11.57390253995963012614187113;
    public static final double D610 = 6.881232694696300016966692266;
    public static final double D611 = -1.000605096691083840318386098;
    public static final double D612 = 0.7777137798053443209286926574;
    public static final double D613 = -2.778205752353508406593200434;
    public static final double D614 = -60.19669523126412075826738085;
    public static final double D615 = 84.32040550667716101815990378;
    public static final double D616 = 11.99229113618278932803513003;

    public static final double D701 = -25.69393346270374900331258613;
    public static final double D706 = -154.1897486902364337405399363;
    public static final double D707 = -231.5293791760454956753603911;
    public static final double D708 = 357.6391179106141237828534991;
    public static final double D709 = 93.4053241836243100039076917;
    public static final double D710 = -37.45832313645163315687513935;
    public static final double D711 = 104.0996495089623004514724618;
    public static final double D712 = 29.84029342666050312334436358;
    public static final double D713 = -43.53345659001114375443217506;
    public static final double D714 = 96.3245539591882829483949506;
    public static final double D715 = -39.17726167561543916523148617;
    public static final double D716 = -149.7268362579856258142212528;

    private Dop853Tableau() {}
}
