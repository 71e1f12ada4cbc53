package larmor.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Keeps comparisons as data: {@code bench/gate-evidence.sh pool} runs this. */
class PoolRecordingTest {

    /** Names the folder of the comparisons. */
    private static final String RECORDING = "larmor.gate.recording";

    private static final Path POOL = Path.of("src/test/resources/larmor/bench/gate/pool.csv");

    @Test
    @EnabledIfSystemProperty(named = RECORDING, matches = ".+")
    void comparisonsBecomeThePool() throws IOException {
        RecordedPool.convert(Path.of(System.getProperty(RECORDING)), POOL);
        assertThat(POOL)
                .content()
                .contains("# cpu: ", "candidate,part,benchmark,number,pair,attempt,jar,");
    }
}
