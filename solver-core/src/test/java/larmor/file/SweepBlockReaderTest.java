package larmor.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class SweepBlockReaderTest {

    private static final int LONGEST_BLOCK = 10_000;

    @Test
    void linesWithoutAnEndAreNoBlockAndAreNotReadFurther() throws IOException {
        byte[] lines = "1.0,0.35,on\n".repeat(LONGEST_BLOCK).getBytes(US_ASCII);
        InputStream in = new ByteArrayInputStream(lines);
        SweepBlockReader reader = new SweepBlockReader(in, LONGEST_BLOCK);
        assertThat(reader.header()).isPresent();
        assertThat(reader.next()).isEmpty();
        // What is buffered comes on top.
        assertThat(lines.length - in.available()).isLessThan(3 * LONGEST_BLOCK);
    }
}
