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
    }

    private static String result(String scores, String secondary) {
        return """
        [{"jmhVersion": "1.37", "jvmArgs": [],
          "primaryMetric": {"score": 15, "scoreUnit": "ns/op", "rawData": %s},
          "secondaryMetrics": {%s}}]
        """
                .formatted(scores, secondary);
    }
}
