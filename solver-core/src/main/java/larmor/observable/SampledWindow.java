package larmor.observable;

import larmor.ode.SampleSink;
import larmor.ode.Sampling;

/** The samples of one trajectory over a window of time, as a solver delivers them. */
public final class SampledWindow implements SampleSink {

    private final Sampling sampling;
    private final double[] mx;
    private final double[] my;
    private final double[] mz;

    /** An empty window for these samples. */
    public SampledWindow(Sampling sampling) {
        this.sampling = sampling;
        mx = new double[sampling.count()];
        my = new double[sampling.count()];
        mz = new double[sampling.count()];
    }

    @Override
    public void accept(int index, double time, double x, double y, double z) {
        mx[index] = x;
        my[index] = y;
        mz[index] = z;
    }

    /** How many samples there are. */
    public int count() {
        return mx.length;
    }

    /** Distance of two samples in t'. */
    public double interval() {
        return sampling.interval();
    }

    /** Time t' of a sample. */
    public double time(int index) {
        return sampling.time(index);
    }

    /** m_x of a sample. */
    public double x(int index) {
        return mx[index];
    }

    /** m_y of a sample. */
    public double y(int index) {
        return my[index];
    }

    /** m_z of a sample. */
    public double z(int index) {
        return mz[index];
    }
}
