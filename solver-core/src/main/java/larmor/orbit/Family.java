package larmor.orbit;

import java.util.Optional;
import larmor.observable.Regime;

/** The two kinds of precession, and where each is cut. */
enum Family {
    /**
     * About ẑ, cut by the meridian of the hard axis. The equation is the same after a turn by π
     * about ẑ, and so is the cycle, two of which cannot cross: half of it is followed, to the
     * opposite meridian.
     */
    IN_PLANE(Regime.IN_PLANE, 2),
    /** About the static state near the hard axis, cut by its meridian towards ẑ. */
    OUT_OF_PLANE(Regime.OUT_OF_PLANE, 1);

    private final Regime regime;
    private final int partsPerPeriod;

    Family(Regime regime, int partsPerPeriod) {
        this.regime = regime;
        this.partsPerPeriod = partsPerPeriod;
    }

    Regime regime() {
        return regime;
    }

    /** A period is this many times what is followed. */
    int partsPerPeriod() {
        return partsPerPeriod;
    }

    /** The state about which m precesses; empty where there is none. */
    Optional<StaticState> centre(StaticStates states, double voltage) {
        return this == IN_PLANE
                ? Optional.of(states.parallel(voltage))
                : states.nearHardAxis(voltage);
    }

    /** The section; empty where there is no centre. */
    Optional<Meridian> section(StaticStates states, double voltage) {
        if (this == IN_PLANE) {
            return Optional.of(new Meridian(0, states.hardAzimuth(), 0, 0, 1));
        }
        return centre(states, voltage)
                .map(centre ->
                        new Meridian(
                                centre.polar(),
                                centre.azimuth(),
                                centre.polarByVoltage(),
                                centre.azimuthByVoltage(),
                                -1));
    }

    /** Amplitudes are smaller than this: there the section meets ẑ or −ẑ. */
    double largestAmplitude(Meridian section) {
        return this == IN_PLANE ? Math.PI : section.polar();
    }
}
