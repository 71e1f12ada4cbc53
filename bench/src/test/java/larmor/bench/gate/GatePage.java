package larmor.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The rates that {@code docs/performance-gate.md} shows are those that its tests find. */
final class GatePage {

    private static final Path PAGE = Path.of("..", "docs", "performance-gate.md");

    private GatePage() {}

    /**
     * {@code -Dlarmor.docs.write=true} writes the text there.
     *
     * @param before the end of what stands before it
     * @param after the beginning of what stands behind it
     */
    static void shows(String before, String text, String after) throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf(before) + before.length();
        int end = page.indexOf(after, start);
        assertThat(start).isBetween(before.length(), end);
        if (Boolean.getBoolean("larmor.docs.write")) {
            Files.writeString(PAGE, page.substring(0, start) + text + page.substring(end));
        } else {
            assertThat(page.substring(start, end)).isEqualTo(text);
        }
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
