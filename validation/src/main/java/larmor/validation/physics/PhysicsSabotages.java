package larmor.validation.physics;

import java.util.List;
import java.util.function.UnaryOperator;
import larmor.model.Coefficients;
import larmor.validation.ladder.Laboratory;
import larmor.validation.ladder.Sabotage;
import larmor.validation.page.Numeral;

/** Mistakes of physics, and wrong digits in the references of each family. */
public final class PhysicsSabotages {

    private PhysicsSabotages() {}

    /** All of them. */
    public static List<Sabotage> all() {
        return List.of(
                new Sabotage(
                        "self-torque-of-first-order",
                        "the self-induced torque also damps a small deviation, by a millionth of α",
                        List.of("threshold"),
                        coefficients(c -> c.b() == 0 ? c : withDamping(c, 1 + 1e-6))),
                new Sabotage(
                        "self-torque-left-out",
                        "the self-induced torque is missing",
                        List.of("charge", "orbit-theory", "onset", "axisymmetric", "si-units"),
                        coefficients(c -> withTorques(c, c.d1(), 0))),
                new Sabotage(
                        "self-torque-reversed",
                        "the self-induced torque has the wrong sign",
                        List.of("charge", "orbit-theory", "onset", "axisymmetric", "si-units"),
                        coefficients(c -> withTorques(c, c.d1(), -c.b()))),
                new Sabotage(
                        "conductance-reversed",
                        "g_l(θ) falls where it should rise",
                        List.of("charge", "orbit-theory", "axisymmetric", "single-junction"),
                        coefficients(c -> withTorques(c, -c.d1(), c.b()))),
                reference("resonance", 1e-8),
                reference("threshold", 1e-6),
                reference("precession", 1e-6),
                reference("axisymmetric", 1e-7),
                reference("orbit-theory", 1e-9),
                reference("onset", 1e-6),
                reference("charge", 1e-3),
                reference("single-junction", 1e-9),
                reference("si-units", 1e-6),
                reference(PhysicsFamilies.ABOUT_FIGURE_2, 1e-4),
                reference("paper", 1e-3));
    }

    /** A share of one in every reference number of a family. */
    private static Sabotage reference(String family, double share) {
        return new Sabotage(
                "reference-" + family,
                "every reference number of "
                        + family
                        + " is off by "
                        + Numeral.of(share, 1)
                        + " of one",
                List.of(family),
                laboratory ->
                        laboratory.withReferences(references ->
                                references.withNumbers((check, value) ->
                                        check.startsWith(family + "-") ? value + share : value)));
    }

    private static UnaryOperator<Laboratory> coefficients(UnaryOperator<Coefficients> change) {
        return laboratory -> laboratory.withCoefficients(change);
    }

    private static Coefficients withDamping(Coefficients c, double factor) {
        return new Coefficients(
                c.h0(),
                c.nxy(),
                c.nyz(),
                c.d0(),
                c.d1(),
                factor * c.alpha0(),
                factor * c.alpha1(),
                c.s(),
                c.b(),
                c.chi());
    }

    private static Coefficients withTorques(Coefficients c, double d1, double b) {
        return new Coefficients(
                c.h0(), c.nxy(), c.nyz(), c.d0(), d1, c.alpha0(), c.alpha1(), c.s(), b, c.chi());
    }
}
