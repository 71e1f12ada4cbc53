package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import larmor.model.DeviceKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands, flags, keys, files and headings that the documentation names exist. */
class DocumentationTest {

    /** Behind four spaces, with the lines that continue it, or in backticks. */
    private static final Pattern CODE = Pattern.compile("(?m)^ {4}(?:.*\\\\\n)*.*$|`[^`\n]+`");

    private static final Pattern COMMAND_LINE =
            Pattern.compile("(?<![\\w-])larmor ([a-z][a-z0-9]*)(?![\\w-])((?:\\\\\n|[^`;\n])*)");

    private static final Pattern FLAG = Pattern.compile("(?<![\\w-])--[a-z][a-z0-9-]*");

    /** Those of the JVM and of GNU parallel that stand alone in backticks. */
    private static final Set<String> FLAGS_OF_OTHERS = Set.of("--add-modules", "--sshlogin");

    /** Makes a mistake on purpose: the help of {@code validate} does not offer that. */
    private static final Map<String, Set<String>> NOT_IN_THE_HELP =
            Map.of("validate", Set.of("--sabotage"));

    private static final Pattern KEY =
            Pattern.compile("(?<![\\w.])(?:junction|magnet|si)\\.[a-z_]+(?![\\w(])");

    /** The indices of the components of one that is a list. */
    private static final String INDEX = "\\[\\d]";

    private static final Pattern LINK =
            Pattern.compile("]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    /** The long flags of each command. */
    private static final Map<String, Set<String>> FLAGS =
            CommandRun.commands().stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Function.identity(), DocumentationTest::flags));

    static List<DocumentationPage> pages() {
        return DocumentationPage.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyFlagOfACommandLineIsOneOfItsCommand(DocumentationPage page) {
        for (MatchResult code : page.matches(CODE)) {
            for (MatchResult line : COMMAND_LINE.matcher(code.group()).results().toList()) {
                assertThat(FLAGS).as(line.group()).containsKey(line.group(1));
                assertThat(FLAGS.get(line.group(1)))
                        .as(line.group())
                        .containsAll(all(FLAG, line.group(2)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyFlagThatStandsAloneIsOneOfSomeCommand(DocumentationPage page) {
        Set<String> any = new TreeSet<>(FLAGS_OF_OTHERS);
        FLAGS.values().forEach(any::addAll);
        page.matches(Pattern.compile("`--[^`\n]+`"))
                .forEach(code -> assertThat(any).containsAll(all(FLAG, code.group())));
    }

    @Test
    void theReadmeListsTheKeysOfADevice() {
        Set<String> keys =
                Arrays.stream(DeviceKey.values())
                        .map(key -> key.id().replaceAll(INDEX, ""))
                        .collect(Collectors.toCollection(TreeSet::new));
        String table =
                DocumentationPage.README.matches(Pattern.compile("(?m)^\\| `.*$")).stream()
                        .map(MatchResult::group)
                        .collect(Collectors.joining("\n"));
        assertThat(all(KEY, table)).isEqualTo(keys);
        assertThat(pages()).allSatisfy(page -> assertThat(keys).containsAll(all(KEY, page.text())));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFileAndAHeading(DocumentationPage page) {
        for (MatchResult link : page.matches(LINK)) {
            Path target =
                    link.group(1).isEmpty()
                            ? page.path()
                            : page.path().resolveSibling(link.group(1)).normalize();
            assertThat(target).as(link.group()).exists();
            if (link.group(2) != null) {
                assertThat(new DocumentationPage(target).matches(HEADING))
                        .as(link.group())
                        .extracting(heading -> anchor(heading.group(1)))
                        .contains(link.group(2));
            }
        }
    }

    @Test
    void theLibraryIsOfTheVersionThatIsBuilt() {
        DocumentationPage page =
                new DocumentationPage(DocumentationPage.DOCUMENTS.resolve("library.md"));
        assertThat(page.matches(Pattern.compile("<version>(.+)</version>|\"larmor:.+:(.+)\"")))
                .extracting(version -> version.group(version.group(1) == null ? 2 : 1))
                .hasSize(4)
                .containsOnly(Version.number());
    }

    @Test
    void theCitationIsOfTheVersionThatIsBuilt() {
        assertThat(DocumentationPage.CITATION.matches(Pattern.compile("(?m)^version: (.+)$")))
                .extracting(version -> version.group(1))
                .containsExactly(Version.number());
    }

    /** What the usual viewers make of a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
    }

    private static Set<String> flags(String command) {
        Set<String> flags = all(FLAG, CommandRun.of(command, "--help").out());
        flags.addAll(NOT_IN_THE_HELP.getOrDefault(command, Set.of()));
        return flags;
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
