package larmor.validation.numerics;

/** What a {@link MistakenBatch} does to results that are right. */
enum Mistake {
    /** The first two lanes change places. */
    SWAPPED,
    /** m_x of the last lane is moved by one unit in the last place. */
    LAST_PLACE,
    /** Next to a lane whose start is not a number no end state is one either. */
    SPILL
}
