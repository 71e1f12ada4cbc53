package larmor.validation.physics;

import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.validation.exact.ConservativeOrbit;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.special.elliptic.legendre.LegendreEllipticIntegral;

/**
 * The spectrum of m_x + i m_y in out-of-plane precession, to leading order in the damping.
 *
 * <p>On the conservative orbit m_x = X dn u and m_y = −(z₂−z₁) dn' u with u = 2Kt/T, X² =
 * 2h(z₂−z₁), k² = (z₂−z₃)/(z₂−z₁); and with the nome q
 *
 * <pre>
 *   dn u = (π/2K) [1 + 4 Σ qⁿ/(1+q²ⁿ) cos(nπu/K)].
 * </pre>
 *
 * @param zero |⟨m_x + i m_y⟩|, the line at zero frequency
 * @param first the line at the frequency of precession, the highest of the others
 */
record PrecessionLines(double zero, double first) {

    private static final double ROOT_ACCURACY = 1e-15;
    private static final double EDGE = 1e-6;
    private static final int BRENT_ORDER = 5;
    private static final int MOST_ROOT_STEPS = 100;

    /**
     * The lines of the conservative orbit of a given frequency.
     *
     * @param film with N = (1, 0, 0)
     * @param frequency ω/ω₀ of an out-of-plane orbit
     */
    static PrecessionLines of(Oscillator film, double frequency) {
        double h = film.field();
        double angle =
                new BracketingNthOrderBrentSolver(ROOT_ACCURACY, BRENT_ORDER)
                        .solve(
                                MOST_ROOT_STEPS,
                                x -> frequency(film, orbit(film, x)) - frequency,
                                StrictMath.acos(1 - 2 * h) + EDGE,
                                StrictMath.acos(-h) - EDGE);
        ConservativeOrbit orbit = orbit(film, angle);
        // z₁ = −E/h with E = ½m_x² − hm_z at m = (sin ϑ, 0, cos ϑ).
        double sine = StrictMath.sin(angle);
        double lowestRoot = StrictMath.cos(angle) - 0.5 * sine * sine / h;
        double span = orbit.highest() - lowestRoot;
        double modulusSquared = (orbit.highest() - orbit.lowest()) / span;
        double quarter = LegendreEllipticIntegral.bigK(modulusSquared);
        double nome =
                StrictMath.exp(
                        -Math.PI * LegendreEllipticIntegral.bigK(1 - modulusSquared) / quarter);
        double mean = Math.PI / (2 * quarter);
        double harmonic = mean * 4 * nome / (1 + nome * nome);
        double x = Math.sqrt(2 * h * span);
        double amplitudeX = x * harmonic;
        double amplitudeY = span * harmonic * Math.PI / quarter;
        return new PrecessionLines(x * mean, 0.5 * (amplitudeX + amplitudeY));
    }

    private static ConservativeOrbit orbit(Oscillator film, double angle) {
        return ConservativeOrbit.through(
                film, new Magnetization(StrictMath.sin(angle), 0, StrictMath.cos(angle)));
    }

    private static double frequency(Oscillator film, ConservativeOrbit orbit) {
        return 2 * Math.PI / (orbit.period() * film.fmrFrequency());
    }
}
