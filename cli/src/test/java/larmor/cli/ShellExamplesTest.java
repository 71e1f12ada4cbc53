package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import larmor.bench.gate.Measurement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the pages show behind {@code $ } is what a shell prints, to the letter. {@code
 * -Dlarmor.docs.write=true} writes it into them.
 */
class ShellExamplesTest {

    /** A line that stands for lines left out. */
    private static final String LEFT_OUT = "...";

    /** The solvers in lanes have as many as the processor has room for. */
    private static final Pattern LANES =
            Pattern.compile("(?<=-simd {1,9}\\d {1,9}(fixed|adaptive) {1,9})\\d");

    /** Not run as it stands: its answer is what was fastest on one machine. */
    private static final String CHOOSE = "./larmor choose ";

    /** Not run as it stands: its jars are those of the tests of the gate, which launch JVMs. */
    private static final String COMPARE = "./larmor compare ";

    /** The examples run in their order, and some leave a file for those after them. */
    @TempDir private static Path folder;

    @TempDir private static Path state;

    private static ProjectFolder project() throws IOException {
        return Files.exists(folder.resolve("larmor"))
                ? new ProjectFolder(folder, state)
                : ProjectFolder.in(folder, state);
    }

    static Stream<Arguments> examples() {
        return DocumentationPage.all().stream()
                .flatMap(page ->
                        page.examples().stream()
                                .filter(example -> !example.shown().isEmpty())
                                .map(example -> Arguments.of(page, example)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isWhatAShellPrints(DocumentationPage page, DocumentationPage.Example example)
            throws IOException, InterruptedException {
        assumeThat(example.command()).doesNotStartWith(CHOOSE).doesNotStartWith(COMPARE);
        String printed = shortened(project().output(example.command()), example.shown());
        if (DocumentationPage.mayBeWritten()) {
            page.write(example, printed);
        } else {
            assertThat(withoutLanes(example.shown())).isEqualTo(withoutLanes(printed));
        }
    }

    @Test
    void isTheSameInALocaleWithoutAllCharacters() throws IOException, InterruptedException {
        String line = "./larmor validate --only kernels --quick --sabotage tableau-rk4";
        String printed = project().output(line);
        assertThat(printed).contains("\u00d710");
        assertThat(project().output("LC_ALL=C " + line)).isEqualTo(printed);
    }

    @Test
    void aChoiceIsShownWithTheLinesThatItHas(@TempDir Path ownState)
            throws IOException, InterruptedException {
        project();
        // A short question is answered in the same form, and its answer kept from other examples.
        String printed =
                new ProjectFolder(folder, ownState)
                        .output(CHOOSE + "--accuracy 1e-3 --time 100 --budget 1");
        String shown = example(CHOOSE).shown();
        assertThat(heads(shown)).isEqualTo(heads(printed)).contains("fastest", "others");
        // What stands behind the others says how the race went, on a busy machine in other words.
        assertThat(forms(shown)).hasSize(4).isEqualTo(forms(printed));
    }

    @Test
    void aComparisonIsShownAsTheGatePrintsIt() throws InterruptedException {
        DocumentationPage.Example example = example(COMPARE);
        String printed =
                GateTableTest.table(
                        "larmor.bench.gate.planted.PlantedKernels.recurrence",
                        (jar, _) ->
                                jar.name().equals(GateTableTest.BASE)
                                        ? measurement(7.461, 2)
                                        : measurement(6.45, 1.9996000799840032));
        assertThat(example.shown()).isEqualTo(shortened(printed, example.shown()));
    }

    private static Measurement measurement(double score, double value) {
        return GateTableTest.measurement(
                score, OptionalDouble.of(2.147), Map.of("value", List.of(value)));
    }

    private static DocumentationPage.Example example(String command) {
        return DocumentationPage.README.examples().stream()
                .filter(example -> example.command().startsWith(command))
                .findFirst()
                .orElseThrow();
    }

    /** What is printed, with as many lines left out as the page leaves out. */
    private static String shortened(String printed, String shown) {
        List<String> page = shown.lines().toList();
        int before = page.indexOf(LEFT_OUT);
        if (before < 0) {
            return printed;
        }
        int after = page.size() - before - 1;
        List<String> all = printed.lines().toList();
        assertThat(all).as("lines, of which some are left out").hasSizeGreaterThan(before + after);
        List<String> kept = new ArrayList<>(all.subList(0, before));
        kept.add(LEFT_OUT);
        kept.addAll(all.subList(all.size() - after, all.size()));
        return String.join("\n", kept) + "\n";
    }

    private static String withoutLanes(String table) {
        return LANES.matcher(table).replaceAll("n");
    }

    /** What is said of the fastest, with each solver, setting and number left out. */
    private static List<String> forms(String text) {
        return text.lines()
                .takeWhile(line -> !line.startsWith("next"))
                .map(line -> line.replaceAll("\\S+ --(step|tolerance)", "SETTING"))
                .map(line -> line.replaceAll("\\d[\\d.]*(e-?\\d+)?", "NUMBER"))
                .toList();
    }

    /** The words in the first column. */
    private static List<String> heads(String text) {
        return text.lines()
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }
}
