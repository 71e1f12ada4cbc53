package larmor.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JmhResultTest {

    private static final String PROBED =
            """
            "larmor.wait": {"scoreUnit": "", "rawData": [[0.25, 0]]},
            "larmor.steal": {"scoreUnit": "", "rawData": [[0, 0.5]]},
            "larmor.operations": {"scoreUnit": "", "rawData": [[7, 8]]},
            "checksum": {"scoreUnit": "#", "rawData": [[3, 3]]}
            """;

    @Test
    void eachIterationHasItsScoreAndWhatOthersTook() {
        Measurement measurement = JmhResult.parse(result("[[10, 20]]", PROBED));
        assertThat(measurement.iterations())
                .containsExactly(
                        new Measurement.Iteration(10, 0.25, 0, 7),
                        new Measurement.Iteration(20, 0, 0.5, 8));
        assertThat(measurement.unit()).isEqualTo("ns/op");
        assertThat(measurement.counters())
                .containsExactly(Map.entry("checksum", List.of(3.0, 3.0)));
    }

    @Test
    void aResultWithoutTheProbeSaysSo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JmhResult.parse(result("[[10]]", "")))
                .withMessageContaining("larmor.wait");
    }

    @Test
    void moreThanOneResultIsNoObservation() {
        assertThatIllegalArgumentException().isThrownBy(() -> JmhResult.parse("[]"));
        assertThatIllegalArgumentException().isThrownBy(() -> JmhResult.parse("{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> JmhResult.parse("{\"a\": 1}"));
    }

    @Test
    void aResultThatLacksAFieldSaysWhich() {
        String whole = result("[[10, 20]]", PROBED);
        for (String field : List.of("threads", "jmhVersion", "primaryMetric", "scoreUnit")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> JmhResult.parse(whole.replace(field, "other")))
                    .withMessageContaining(field);
        }
        assertThat(JmhResult.parse(whole.replace("jvmArgs", "other")).arguments()).isEmpty();
        assertThat(JmhResult.parse(whole).arguments()).containsExactly("-Xmx1g");
    }

    @Test
    void fewerValuesOfTheProbeThanScoresAreNoObservation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JmhResult.parse(result("[[10, 20, 30]]", PROBED)))
                .withMessageContaining("3 scores beside 2 values of the probe");
    }

    @Test
    void timesOfSingleOperationsBecomeTheMeanOfTheirIteration() {
        String single =
                result("[[[[10, 3], [30, 1]], [[8, 2]]]]", PROBED)
                        .replaceFirst("rawData", "rawDataHistogram");
        assertThat(JmhResult.parse(single).iterations())
                .containsExactly(
                        new Measurement.Iteration(15, 0.25, 0, 7),
                        new Measurement.Iteration(8, 0, 0.5, 8));
    }

    private static String result(String scores, String secondary) {
        return """
        [{"jmhVersion": "1.37", "threads": 2, "jvmArgs": ["-Xmx1g"],
          "primaryMetric": {"score": 15, "scoreUnit": "ns/op", "rawData": %s},
          "secondaryMetrics": {%s}}]
        """
                .formatted(scores, secondary);
    }
}
