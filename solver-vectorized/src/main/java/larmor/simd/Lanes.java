package larmor.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The width of the vectors, chosen once: a kernel compiles to vector instructions only where its
 * species is a constant.
 */
final class Lanes {

    /** What {@link SimdProvider#BITS} asks for, else what this processor does best. */
    static final VectorSpecies<Double> SPECIES =
            switch (SimdProvider.bits()) {
                case "128" -> DoubleVector.SPECIES_128;
                case "256" -> DoubleVector.SPECIES_256;
                case "512" -> DoubleVector.SPECIES_512;
                default -> DoubleVector.SPECIES_PREFERRED;
            };

    /** Doubles in a vector. */
    static final int COUNT = SPECIES.length();

    /** Bits in a vector. */
    static final int BITS = SPECIES.vectorBitSize();

    /** Bits in the widest vector that this processor has. */
    static final int BEST_BITS = DoubleVector.SPECIES_PREFERRED.vectorBitSize();

    private Lanes() {}
}
