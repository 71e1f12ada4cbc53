package larmor.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import larmor.ode.BatchSampleSink;

/** Keeps the bits of all samples by lane and index. */
final class SampleRecorder implements BatchSampleSink {

    final ConcurrentMap<String, String> samples = new ConcurrentHashMap<>();

    @Override
    public void accept(
            int index, double time, int count, int[] lanes, double[] x, double[] y, double[] z) {
        for (int i = 0; i < count; i++) {
            String sample = Arrays.toString(new double[] {time, x[i], y[i], z[i]});
            assertThat(samples.put(lanes[i] + "/" + index, sample)).isNull();
        }
    }
}
