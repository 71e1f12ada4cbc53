package larmor.ode;

import larmor.model.Magnetization;

/** Reports samples from the dense output, which is prepared only for steps that hold one. */
final class DenseSampler implements StepListener<EmbeddedStep> {

    private final Sampling sampling;
    private final SampleSink sink;
    private final double endTime;
    private int next;

    DenseSampler(Sampling sampling, SampleSink sink, double endTime) {
        this.sampling = sampling;
        this.sink = sink;
        this.endTime = endTime;
    }

    /** Reports the samples at t' = 0. */
    void begin(Magnetization start) {
        while (next < sampling.count() && sampling.time(next) <= 0) {
            sink.accept(next, sampling.time(next), start.x(), start.y(), start.z());
            next++;
        }
    }

    @Override
    public double inspect(EmbeddedStep step, double start, double end) {
        boolean prepared = false;
        while (next < sampling.count()) {
            double time = sampling.time(next);
            if (time < end) {
                if (!prepared) {
                    step.prepareDense();
                    prepared = true;
                }
                double theta = (time - start) / (end - start);
                sink.accept(
                        next,
                        time,
                        DenseOutput.interpolate(step.x, step.denseX, theta),
                        DenseOutput.interpolate(step.y, step.denseY, theta),
                        DenseOutput.interpolate(step.z, step.denseZ, theta));
            } else if (time == end || end == endTime) {
                sink.accept(next, time, step.endX, step.endY, step.endZ);
            } else {
                break;
            }
            next++;
        }
        return end;
    }
}
