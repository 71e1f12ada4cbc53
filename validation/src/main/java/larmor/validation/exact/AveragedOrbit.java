package larmor.validation.exact;

import larmor.validation.exact.OrbitAveragedTheory.Branch;
import larmor.validation.exact.OrbitAveragedTheory.Point;

/** The limit cycle of one energy: what damping and torques do along a conservative orbit. */
final class AveragedOrbit {

    /**
     * Averages over time are taken by the trapezoidal rule in s, where z₂ − z = (z₂ − middle
     * root)/(1+χ) and χ = k' exp(2s), k'² = 1 − k². There time passes as ds/√[(1+χ)(1+k'²/χ)],
     * without the inverse square root that would need 10/k' Gauss–Chebyshev nodes, and all is
     * analytic for |Im s| &lt; π/2: the error is exp(−π²/0.25) = 7e-18.
     */
    private static final double NODE_DISTANCE = 0.25;

    /**
     * Beyond its plateau |s| &lt; ½ log 1/k' time falls as exp(−|s|); exp(−37) is below rounding.
     */
    private static final double TAIL = 37;

    private final Branch branch;
    private final double logit;

    private final double frequency;
    private final double voltage;
    private final double power;

    /**
     * The cycle of one energy.
     *
     * @param balance of which film
     * @param branch the family
     * @param logit of the energy between the two ends of the branch
     */
    AveragedOrbit(WorkBalance balance, Branch branch, double logit) {
        double h = balance.field();
        this.branch = branch;
        this.logit = logit;
        boolean inPlane = branch == Branch.IN_PLANE;
        double range = inPlane ? 2 * h : 0.5 * (1 - h) * (1 - h);
        ConservativeOrbit orbit =
                new ConservativeOrbit(
                        h,
                        balance.anisotropy(),
                        branch,
                        range / (1 + StrictMath.exp(-logit)),
                        range / (1 + StrictMath.exp(logit)));
        frequency = 2 * Math.PI / (orbit.period() * balance.oscillator().fmrFrequency());
        double ratio = Math.sqrt(orbit.complementaryModulusSquared());
        double reach = TAIL - 0.5 * StrictMath.log(ratio);
        int nodes = (int) Math.ceil(reach / NODE_DISTANCE);
        double time = 0;
        double height = 0;
        double dissipation = 0;
        double drive = 0;
        for (int node = -nodes; node <= nodes; node++) {
            double e = StrictMath.exp(2 * NODE_DISTANCE * node);
            double chi = ratio * e;
            double weight = 1 / Math.sqrt((1 + chi) * (1 + ratio / e));
            double depth = orbit.upperGap() / (1 + chi);
            double z = orbit.highest() - depth;
            double overMiddle = depth * chi;
            double overLowest = overMiddle + orbit.lowerGap();
            WorkBalance.Work work =
                    balance.work(
                            z,
                            orbit.radius() - depth,
                            2 * h * (inPlane ? overMiddle : overLowest),
                            depth * (inPlane ? overLowest : overMiddle),
                            weight);
            time += weight;
            height += weight * z;
            dissipation += work.dissipation();
            drive += work.drive();
        }
        voltage = dissipation / drive;
        power = 0.5 * (1 - height / time);
    }

    /** ℓ. */
    double logit() {
        return logit;
    }

    /** v = V/V_c. */
    double voltage() {
        return voltage;
    }

    /** ⟨p⟩ = (1−⟨m_z⟩)/2. */
    double power() {
        return power;
    }

    /** ω/ω₀ = 2π/(T ω₀). */
    double frequency() {
        return frequency;
    }

    /** All of it. */
    Point point() {
        return new Point(voltage, frequency, power, branch);
    }
}
