package larmor.sweep;

import larmor.model.InvalidInput;
import larmor.model.Magnetization;

/**
 * Where the runs of a sweep start: afresh, or from a state at rest that another run has ended in.
 */
public sealed interface InitialState {

    /** The flag of δ. */
    String TILT = "--tilt";

    /**
     * m(0) of one run.
     *
     * @param index of the run's point in its plan
     */
    Magnetization start(long index);

    /** δ in radians, above 0, at most π/2. */
    double tilt();

    /**
     * A state at rest, tilted by δ in a fixed direction: towards x̂ or, for a state along x̂,
     * towards ŷ. At rest m falls into a fixed point to the last bit, and would stay there long
     * after that has become unstable; in a magnet the thermal agitation sees to it that it does
     * not.
     *
     * @param rest a unit vector
     */
    default Magnetization agitated(Magnetization rest) {
        boolean alongX = rest.x() * rest.x() > 0.5;
        double along = alongX ? rest.y() : rest.x();
        double across = StrictMath.sin(tilt()) / Math.sqrt(1 - along * along);
        double kept = StrictMath.cos(tilt()) - across * along;
        return Magnetization.normalized(
                TILT,
                kept * rest.x() + (alongX ? 0 : across),
                kept * rest.y() + (alongX ? across : 0),
                kept * rest.z());
    }

    /**
     * The same for every run.
     *
     * @param m m(0)
     * @param tilt δ
     */
    record Fixed(Magnetization m, double tilt) implements InitialState {

        /**
         * @throws InvalidInput if the tilt is out of range
         */
        public Fixed {
            requireTilt(tilt);
        }

        @Override
        public Magnetization start(long index) {
            return m;
        }
    }

    /**
     * Near +ẑ with a small random tilt, as GLD Appendix B has it, another one for each run. The
     * directions are distributed evenly over the cap of the sphere within the largest tilt: the
     * azimuth is uniform in [0, 2π), cos θ in [cos δ, 1). The paper does not name its distribution.
     *
     * <p>The bits of a start depend on seed and index only ({@link Philox}).
     *
     * @param seed any number
     * @param tilt δ, the largest angle to +ẑ in radians, above 0, at most π/2
     */
    record RandomTilt(long seed, double tilt) implements InitialState {

        /**
         * @throws InvalidInput if the tilt is out of range
         */
        public RandomTilt {
            requireTilt(tilt);
        }

        @Override
        public Magnetization start(long index) {
            int[] words = Philox.words(seed, index, 0);
            double sine = StrictMath.sin(0.5 * tilt);
            // 1 − cos θ, above 0: exactly on the axis nothing would ever move m.
            double drop = (1 - Philox.unit(words[0], words[1])) * 2 * sine * sine;
            double azimuth = 2 * Math.PI * Philox.unit(words[2], words[3]);
            double radius = Math.sqrt(drop * (2 - drop));
            return Magnetization.normalized(
                    TILT,
                    radius * StrictMath.cos(azimuth),
                    radius * StrictMath.sin(azimuth),
                    1 - drop);
        }
    }

    /**
     * Checks an angle of tilt.
     *
     * @throws InvalidInput if it is not above 0 and at most π/2
     */
    static double requireTilt(double tilt) {
        if (!(tilt > 0 && tilt <= 0.5 * Math.PI)) {
            throw new InvalidInput(TILT, "must be above 0 and at most pi/2 radians, not " + tilt);
        }
        return tilt;
    }
}
