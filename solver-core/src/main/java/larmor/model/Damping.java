package larmor.model;

/** The Gilbert damping of the nanomagnet, given in one of two ways. */
public sealed interface Damping {

    /**
     * The total damping at θ = 0, spin pumping included.
     *
     * @param value α(0), greater than 0
     */
    record Total(double value) implements Damping {
        /**
         * @throws InvalidInput if the value is not a finite number greater than 0
         */
        public Total {
            InvalidInput.positive("magnet.damping", value);
        }
    }

    /**
     * The damping of the nanomagnet by itself; spin pumping into the leads comes on top.
     *
     * @param value α₀, finite; a negative one is accepted while α(θ) stays positive
     */
    record Intrinsic(double value) implements Damping {
        /**
         * @throws InvalidInput if the value is not finite
         */
        public Intrinsic {
            InvalidInput.finite("magnet.intrinsic_damping", value);
        }
    }
}
