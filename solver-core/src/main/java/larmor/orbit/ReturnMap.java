package larmor.orbit;

import static larmor.orbit.SphericalFrame.dot;

import java.util.Optional;
import larmor.model.Magnetization;
import larmor.ode.SystemStep;

/**
 * The Poincaré map of a section, s → P(s, v), with its derivatives: m is followed from amplitude s
 * on the section to where it meets the section, or the opposite one, again.
 *
 * <p>With n the normal of the plane of the section, which turns as ∂n/∂v, the time of arrival T and
 * the point of arrival vary as
 *
 * <pre>
 *   dT = −(n·δm + m·δn)/(n·ṁ),     dm = δm + ṁ dT,     δm = a ds + b dv.
 * </pre>
 */
final class ReturnMap {

    private final DrivenOscillator driven;
    private final StaticStates states;
    private final Family family;
    private final StepBudget budget;

    ReturnMap(DrivenOscillator driven, Family family, StepBudget budget) {
        this.driven = driven;
        this.family = family;
        this.budget = budget;
        states = new StaticStates(driven);
    }

    /**
     * The motion from the section to its next meeting.
     *
     * @param amplitude P(s, v)
     * @param byAmplitude ∂P/∂s
     * @param byVoltage ∂P/∂v
     * @param time t' from start to arrival
     * @param powerTime ∫ (1−m_z)/2 dt'
     * @param start m at the start
     */
    record Arrival(
            double amplitude,
            double byAmplitude,
            double byVoltage,
            double time,
            double powerTime,
            Magnetization start) {}

    Family family() {
        return family;
    }

    DrivenOscillator driven() {
        return driven;
    }

    StaticStates states() {
        return states;
    }

    StepBudget budget() {
        return budget;
    }

    Optional<Meridian> section(double voltage) {
        return family.section(states, voltage);
    }

    /**
     * P at an amplitude and a voltage; empty where m does not come back as the family does.
     *
     * @param amplitude s, above 0
     * @param voltage v
     */
    Optional<Arrival> at(double amplitude, double voltage) {
        return section(voltage)
                .filter(section -> amplitude > 0 && amplitude < family.largestAmplitude(section))
                .flatMap(section -> new Flight(section, amplitude, voltage).arrival());
    }

    /** One trajectory from the section. */
    private final class Flight {

        private final Meridian section;
        private final SphericalFrame from;
        private final SystemStep step;
        private final Passage passage;

        Flight(Meridian section, double amplitude, double voltage) {
            this.section = section;
            double theta = section.polarAt(amplitude);
            from = new SphericalFrame(theta, section.azimuth());
            double azimuthal = section.azimuthByVoltage() * StrictMath.sin(theta);
            double[] start = new double[VariationalSystem.DIMENSION];
            for (int i = 0; i < 3; i++) {
                start[VariationalSystem.M + i] = from.radial[i];
                start[VariationalSystem.BY_AMPLITUDE + i] = section.towards() * from.polar[i];
                start[VariationalSystem.BY_VOLTAGE + i] =
                        section.polarByVoltage() * from.polar[i] + azimuthal * from.azimuthal[i];
            }
            step =
                    new SystemStep(
                            new VariationalSystem(
                                    driven.coefficients(voltage), driven.drivePerVoltage()),
                            start);
            passage =
                    new Passage(
                            step, from, driven.stepSize(voltage), driven.longestReturn(), budget);
        }

        Optional<Arrival> arrival() {
            boolean leavesTowardsLargerAzimuth = passage.rateAcross() > 0;
            if (!leavesTowardsLargerAzimuth) {
                return Optional.empty();
            }
            double along = passage.follow(1);
            return switch (family) {
                // The opposite meridian.
                case IN_PLANE -> along < 0 ? Optional.of(arriveFrom(1)) : Optional.empty();
                // The same meridian below the centre, then above it.
                case OUT_OF_PLANE -> {
                    if (!(along > 0)) {
                        yield Optional.empty();
                    }
                    passage.advance();
                    yield passage.follow(-1) > 0 ? Optional.of(arriveFrom(-1)) : Optional.empty();
                }
            };
        }

        private Arrival arriveFrom(int side) {
            double time = passage.arrive(side);
            double[] byAmplitude = vector(VariationalSystem.BY_AMPLITUDE);
            double[] byVoltage = vector(VariationalSystem.BY_VOLTAGE);
            double along = passage.alongMeridian();
            double theta = passage.polarAngle();
            SphericalFrame to =
                    new SphericalFrame(theta, section.azimuth() + (along < 0 ? Math.PI : 0));
            double[] rate = {step.endRate(0), step.endRate(1), step.endRate(2)};
            double across = passage.rateAcross();
            double polarRate = dot(to.polar, rate);
            double timeByAmplitude = -dot(from.azimuthal, byAmplitude) / across;
            // m·dn/dv = −(dφ₀/dv) m·ê_ρ.
            double timeByVoltage =
                    (section.azimuthByVoltage() * along - dot(from.azimuthal, byVoltage)) / across;
            double polarByAmplitude = dot(to.polar, byAmplitude) + polarRate * timeByAmplitude;
            double polarByVoltage = dot(to.polar, byVoltage) + polarRate * timeByVoltage;
            return new Arrival(
                    section.amplitudeAt(theta),
                    section.towards() * polarByAmplitude,
                    section.towards() * (polarByVoltage - section.polarByVoltage()),
                    time,
                    step.end(VariationalSystem.POWER),
                    new Magnetization(from.radial[0], from.radial[1], from.radial[2]));
        }

        private double[] vector(int begin) {
            return new double[] {step.end(begin), step.end(begin + 1), step.end(begin + 2)};
        }
    }
}
