package larmor.ode;

import larmor.model.Coefficients;
import larmor.model.Magnetization;

/** A step of a Runge–Kutta pair, which estimates its own error and has a dense output. */
abstract class EmbeddedStep extends RungeKuttaStep {

    /** The coefficients of θ, θ(1−θ), θ²(1−θ), θ²(1−θ)², … in the dense output less m, from 0. */
    final double[] denseX;

    final double[] denseY;
    final double[] denseZ;

    /**
     * @param denseTerms how many coefficients the dense output has
     */
    EmbeddedStep(Coefficients coefficients, Magnetization start, int denseTerms) {
        super(coefficients, start);
        denseX = new double[denseTerms];
        denseY = new double[denseTerms];
        denseZ = new double[denseTerms];
    }

    /** The square of the estimated error |e|, before it is compared with a tolerance. */
    abstract double errorSquared();

    /** Fills the dense output of a finished step. */
    abstract void prepareDense();
}
