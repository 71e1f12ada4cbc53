package larmor.orbit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import larmor.ode.AutonomousSystem;
import larmor.ode.LlgsEquation;
import larmor.ode.SystemStep;

/**
 * The end of a branch at a voltage where the period diverges: the cycle has grown into an orbit
 * that leaves a saddle and comes back to it, or to its image under the turn by π about ẑ. For the
 * paper's device the saddle is m = −ẑ.
 *
 * <p>Found not from the diverging period, which goes as the logarithm of the distance in v, but as
 * the voltage at which the unstable manifold of the saddle meets its stable one. Both are followed
 * from close to the saddle, along the eigenvectors of L, to where they first cut the section of the
 * family; the difference of the two amplitudes is a smooth function of v with a simple zero.
 *
 * <p>A start at the distance δ from the saddle is off the manifold by O(δ²), or O(δ³) at ±ẑ where
 * the turn by π forbids a second order. This and the method's error leave 1e-10 of v at most.
 */
final class HomoclinicOrbit {

    /** δ, in radians. */
    private static final double START_DISTANCE = 1e-6;

    /** The last cycle of a branch passes the end of the branch this closely on the section. */
    private static final double SEARCH_RANGE = 1e-2;

    /** The end lies this close to the last voltage, as a share of it. */
    private static final double VOLTAGE_RANGE = 1e-2;

    /** The first step of the secant method, as a share of the voltage. */
    private static final double SECANT_STEP = 1e-6;

    private static final double VOLTAGE_ACCURACY = 1e-13;

    /** The smallest secant step that is not rounding error. */
    private static final double VOLTAGE_ROUNDING = 1e-10;

    private static final int MOST_SECANT_STEPS = 20;

    private final ReturnMap map;
    private final DrivenOscillator driven;

    HomoclinicOrbit(ReturnMap map) {
        this.map = map;
        driven = map.driven();
    }

    /** The voltage of a homoclinic orbit, and the saddle there. */
    record End(double voltage, StaticState saddle) {}

    /** One half of a manifold of a saddle; the saddle is the one of this place in the list. */
    private record Manifold(int saddle, boolean image, boolean unstable, int way) {}

    /** Where the manifold first cuts the section. */
    private record Cut(Manifold manifold, double amplitude) {}

    /**
     * The end of a branch.
     *
     * @param last a cycle close to the end
     * @return empty where no homoclinic orbit is near
     */
    Optional<End> after(LimitCycle last) {
        List<StaticState> states = map.states().at(last.voltage());
        Optional<Cut> leaving = nearest(states, true, last);
        Optional<Cut> arriving = nearest(states, false, last);
        if (leaving.isEmpty() || arriving.isEmpty()) {
            return Optional.empty();
        }
        Manifold out = leaving.get().manifold();
        Manifold in = arriving.get().manifold();
        double before = last.voltage();
        double gapBefore = leaving.get().amplitude() - arriving.get().amplitude();
        double voltage = before * (1 + SECANT_STEP);
        double lastStep = Double.POSITIVE_INFINITY;
        for (int i = 0; i < MOST_SECANT_STEPS; i++) {
            double gap = gap(out, in, voltage);
            double step = -gap * (voltage - before) / (gap - gapBefore);
            double size = Math.abs(step) / voltage;
            boolean atRounding = size <= VOLTAGE_ROUNDING && size > 0.5 * lastStep;
            if (gap == gapBefore || size <= VOLTAGE_ACCURACY || atRounding) {
                return Optional.of(new End(voltage, map.states().at(voltage).get(out.saddle())));
            }
            before = voltage;
            gapBefore = gap;
            lastStep = size;
            voltage += step;
            if (!(Math.abs(voltage / last.voltage() - 1) < VOLTAGE_RANGE)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Cut> nearest(List<StaticState> states, boolean unstable, LimitCycle last) {
        List<Cut> cuts = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            if (states.get(i).saddle()) {
                for (boolean image : new boolean[] {false, true}) {
                    for (int way : new int[] {1, -1}) {
                        Manifold manifold = new Manifold(i, image, unstable, way);
                        double amplitude = cut(manifold, states, last.voltage());
                        if (Math.abs(amplitude - last.amplitude()) < SEARCH_RANGE) {
                            cuts.add(new Cut(manifold, amplitude));
                        }
                    }
                }
            }
        }
        return cuts.stream()
                .min((a, b) ->
                        Double.compare(
                                Math.abs(a.amplitude() - last.amplitude()),
                                Math.abs(b.amplitude() - last.amplitude())));
    }

    private double gap(Manifold out, Manifold in, double voltage) {
        List<StaticState> states = map.states().at(voltage);
        return cut(out, states, voltage) - cut(in, states, voltage);
    }

    /** The amplitude at which a manifold first cuts the section; NaN where it does not. */
    private double cut(Manifold manifold, List<StaticState> states, double voltage) {
        Optional<Meridian> section = map.section(voltage);
        if (section.isEmpty() || manifold.saddle() >= states.size()) {
            return Double.NaN;
        }
        StaticState saddle = states.get(manifold.saddle());
        double azimuth = saddle.azimuth() + (manifold.image() ? Math.PI : 0);
        SphericalFrame frame = new SphericalFrame(saddle.polar(), azimuth);
        double[] along = saddle.stability().eigenvector(manifold.unstable());
        double[] start = new double[3];
        for (int i = 0; i < 3; i++) {
            double tangent = along[0] * frame.polar[i] + along[1] * frame.azimuthal[i];
            // The chord leaves the sphere by δ²/2, which rounds to nothing.
            start[i] = frame.radial[i] + manifold.way() * START_DISTANCE * tangent;
        }
        Meridian meridian = section.get();
        SphericalFrame plane = new SphericalFrame(meridian.polar(), meridian.azimuth());
        double step = driven.stepSize(voltage);
        Passage passage =
                new Passage(
                        new SystemStep(new Motion(driven, voltage), start),
                        plane,
                        manifold.unstable() ? step : -step,
                        driven.longestReturn(),
                        map.budget());
        int side = passage.distance() > 0 ? 1 : -1;
        double half = passage.follow(side);
        // Forward in time m passes the meridian towards larger azimuth.
        boolean throughMeridian = manifold.unstable() == side < 0;
        if (!throughMeridian && half > 0 && map.family() == Family.OUT_OF_PLANE) {
            // It went below the centre first.
            passage.advance();
            side = -side;
            half = passage.follow(side);
            throughMeridian = true;
        }
        if (!(throughMeridian && half > 0)) {
            return Double.NaN;
        }
        passage.arrive(side);
        return meridian.amplitudeAt(passage.polarAngle());
    }

    /** The equation of motion by itself. */
    private static final class Motion implements AutonomousSystem {

        private final LlgsEquation equation;

        Motion(DrivenOscillator driven, double voltage) {
            equation = new LlgsEquation(driven.coefficients(voltage));
        }

        @Override
        public int dimension() {
            return 3;
        }

        @Override
        public void rate(double[] state, double[] rate) {
            equation.rate(state, rate);
        }
    }
}
