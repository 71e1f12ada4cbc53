package larmor.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Keeps a comparison as data: {@code bench/gate-evidence.sh pool} runs this. */
class PoolRecordingTest {

    /** Names the JSON of the comparison. */
    private static final String RECORDING = "larmor.gate.recording";

    private static final Path POOL = Path.of("src/test/resources/larmor/bench/gate/pool.csv");

    @Test
    @EnabledIfSystemProperty(named = RECORDING, matches = ".+")
    void aComparisonBecomesThePool() throws IOException {
        RecordedPool.convert(Path.of(System.getProperty(RECORDING)), POOL);
        assertThat(POOL).content().startsWith("benchmark,pair,jar,");
    }
}
