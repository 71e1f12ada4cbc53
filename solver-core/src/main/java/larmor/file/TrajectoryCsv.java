package larmor.file;

import larmor.ode.SampleSink;

/** Collects the samples of one trajectory as CSV, with the columns time, mx, my, mz. */
public final class TrajectoryCsv implements SampleSink {

    private final StringBuilder text = new StringBuilder("time,mx,my,mz\n");

    @Override
    public void accept(int index, double time, double x, double y, double z) {
        text.append(time).append(',');
        text.append(x).append(',');
        text.append(y).append(',');
        text.append(z).append('\n');
    }

    /** The header and a line for each sample so far. */
    public String text() {
        return text.toString();
    }
}
