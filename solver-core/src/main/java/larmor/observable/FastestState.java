package larmor.observable;

import larmor.model.Coefficients;
import larmor.model.Magnetization;
import larmor.ode.LlgsEquation;
import larmor.ode.SampleSink;

/**
 * Of the states that it is shown, the one where m moves fastest: there an orbit passes a section
 * across it most cleanly.
 */
final class FastestState implements SampleSink {

    private final LlgsEquation equation;
    private final double[] m = new double[3];
    private final double[] rate = new double[3];
    private double speedSquared = -1;
    private Magnetization fastest = new Magnetization(0, 0, 1);

    FastestState(Coefficients coefficients) {
        equation = new LlgsEquation(coefficients);
    }

    @Override
    public void accept(int index, double time, double x, double y, double z) {
        m[0] = x;
        m[1] = y;
        m[2] = z;
        equation.rate(m, rate);
        double squared = rate[0] * rate[0] + rate[1] * rate[1] + rate[2] * rate[2];
        if (squared > speedSquared) {
            speedSquared = squared;
            fastest = new Magnetization(x, y, z);
        }
    }

    /** That state, on the unit sphere; +ẑ before any was shown. */
    Magnetization state() {
        return Magnetization.normalized("sample", fastest.x(), fastest.y(), fastest.z());
    }
}
