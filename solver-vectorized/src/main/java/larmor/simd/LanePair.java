package larmor.simd;

import larmor.ode.StepControl;

/** A Runge–Kutta method with an error estimate, for all lanes of a {@link LaneBlock}. */
interface LanePair {

    /** The order of the method. */
    int order();

    /** How the error of a step decides on the next. */
    StepControl stepControl();

    /** Evaluations that an attempt at a step costs the scalar solver. */
    int evaluationsPerAttempt();

    /** Further evaluations that a step costs the scalar solver when accepted. */
    int evaluationsPerAcceptedStep();

    /** Further evaluations that the dense output of a step costs the scalar solver. */
    int evaluationsPerDenseOutput();

    /** How many coefficients the dense output has. */
    int denseTerms();

    /** The memory of a block. */
    double[] newBlock();

    /**
     * Tries a step.
     *
     * @param w the block. Modified: INCREMENT, END, ERROR_SQUARED and the stages
     * @param lanes how many, a multiple of the lanes in a vector
     */
    void attempt(double[] w, int lanes);

    /**
     * Prepares the dense output of the step that was tried last, m having been kept in START.
     *
     * @param w the block. Modified: the stages, and the sums over them that {@link #dense} reads
     * @param lanes how many, a multiple of the lanes in a vector
     */
    void prepareDense(double[] w, int lanes);

    /**
     * The coefficients of the dense output of one component of one lane.
     *
     * @param w the block. Not modified.
     * @param place the place of the lane, plus {@code WIDTH} for y, twice that for z
     * @param dense Modified.
     */
    void dense(double[] w, int place, double[] dense);
}
