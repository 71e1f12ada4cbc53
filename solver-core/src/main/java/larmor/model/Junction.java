package larmor.model;

/**
 * The two tunnel junctions of the nanomagnet: to the fixed magnetic lead on the left, to the normal
 * lead on the right (GLD Eqs. 2, 4, 5, 11).
 *
 * @param gParallel charge conductance g_l^P of the left junction for parallel moments, at least 0,
 *     in G₀ or siemens as the device's {@link Units} say
 * @param gAntiparallel charge conductance g_l^AP of the left junction for antiparallel moments, at
 *     least 0
 * @param gRight conductance g_r of the right junction, greater than 0
 * @param polarization spin polarisation P of the nanomagnet, 0 &lt; P ≤ 1
 * @param angularDamping whether spin pumping makes the damping α(θ) depend on the angle; if not, it
 *     is held at α(0)
 * @param angularTorque whether the conductance under σ(θ) and β(θ) depends on the angle; if not, it
 *     is held at its value at θ = 0
 */
public record Junction(
        double gParallel,
        double gAntiparallel,
        double gRight,
        double polarization,
        boolean angularDamping,
        boolean angularTorque) {

    /**
     * @throws InvalidInput naming the device key whose value is outside its range
     */
    public Junction {
        InvalidInput.notNegative("junction.g_parallel", gParallel);
        InvalidInput.notNegative("junction.g_antiparallel", gAntiparallel);
        InvalidInput.positive("junction.g_right", gRight);
        InvalidInput.require(
                polarization > 0 && polarization <= 1,
                "junction.polarization",
                polarization,
                "greater than 0 and at most 1");
    }
}
