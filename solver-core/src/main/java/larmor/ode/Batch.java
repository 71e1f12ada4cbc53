package larmor.ode;

import larmor.model.Coefficients;
import larmor.model.Magnetization;

/**
 * Many trajectories, each with its own device, voltage and initial state: structure of arrays, one
 * lane per trajectory, 104 bytes each.
 */
public final class Batch {

    private final int lanes;
    private final double[] h0;
    private final double[] nxy;
    private final double[] nyz;
    private final double[] d0;
    private final double[] d1;
    private final double[] alpha0;
    private final double[] alpha1;
    private final double[] s;
    private final double[] b;
    private final double[] chi;
    private final double[] x;
    private final double[] y;
    private final double[] z;

    /**
     * A batch to be filled lane by lane.
     *
     * @param lanes how many trajectories, at least 0
     */
    public Batch(int lanes) {
        this.lanes = lanes;
        h0 = new double[lanes];
        nxy = new double[lanes];
        nyz = new double[lanes];
        d0 = new double[lanes];
        d1 = new double[lanes];
        alpha0 = new double[lanes];
        alpha1 = new double[lanes];
        s = new double[lanes];
        b = new double[lanes];
        chi = new double[lanes];
        x = new double[lanes];
        y = new double[lanes];
        z = new double[lanes];
    }

    /** How many trajectories. */
    public int lanes() {
        return lanes;
    }

    /** Sets the equation and the initial state of one lane. */
    public void set(int lane, Coefficients coefficients, Magnetization start) {
        h0[lane] = coefficients.h0();
        nxy[lane] = coefficients.nxy();
        nyz[lane] = coefficients.nyz();
        d0[lane] = coefficients.d0();
        d1[lane] = coefficients.d1();
        alpha0[lane] = coefficients.alpha0();
        alpha1[lane] = coefficients.alpha1();
        s[lane] = coefficients.s();
        b[lane] = coefficients.b();
        chi[lane] = coefficients.chi();
        x[lane] = start.x();
        y[lane] = start.y();
        z[lane] = start.z();
    }

    /** The equation of one lane. */
    public Coefficients coefficients(int lane) {
        return new Coefficients(
                h0[lane],
                nxy[lane],
                nyz[lane],
                d0[lane],
                d1[lane],
                alpha0[lane],
                alpha1[lane],
                s[lane],
                b[lane],
                chi[lane]);
    }

    /** m(0) of one lane. */
    public Magnetization start(int lane) {
        return new Magnetization(x[lane], y[lane], z[lane]);
    }
}
