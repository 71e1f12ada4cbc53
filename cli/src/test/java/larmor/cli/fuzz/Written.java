package larmor.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import larmor.ode.NormRange;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command has written: whole, and every number in it finite. */
final class Written {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Pattern NOT_FINITE = Pattern.compile("NaN|Infinity|\\bnull\\b");

    private static final Pattern PAGE_DATA =
            Pattern.compile(
                    "<script type=\"application/json\" id=\"page-data\">(.*?)</script>",
                    Pattern.DOTALL);

    /** One within quotes divides nothing. */
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private static final String FAILURE = "failure";

    private static final Set<String> FAILURES =
            Set.of(
                    "invalid-device",
                    "invalid-voltage",
                    "too-coarse",
                    "no-start",
                    "non-finite",
                    "step-too-large",
                    "step-underflow",
                    "step-limit");

    private static final Set<String> REGIMES =
            Set.of("parallel", "antiparallel", "in-plane", "out-of-plane", "static");

    /** Values of a row that only a run without a failure has. */
    private static final List<String> OF_A_RESULT = List.of("power", "power_uncertainty", "regime");

    private Written() {}

    static void requireFinite(String text) {
        assertThat(NOT_FINITE.matcher(text).find())
                .as("a number is not finite in %s", text)
                .isFalse();
    }

    /** JSON itself knows no number that is not finite. */
    static JsonNode json(String text) {
        JsonNode tree = JSON.readTree(text);
        requireNoWordForANumber(tree);
        return tree;
    }

    private static void requireNoWordForANumber(JsonNode tree) {
        if (tree.isString()) {
            assertThat(tree.asString()).doesNotContainPattern("NaN|Infinity");
        }
        tree.forEach(Written::requireNoWordForANumber);
    }

    /** A page is whole, and its figures and tables have finite numbers only. */
    static void requirePage(String html) {
        assertThat(html.strip()).startsWith("<!").endsWith("</html>");
        Matcher data = PAGE_DATA.matcher(html);
        assertThat(data.find()).as("data of the page").isTrue();
        assertThat(json(data.group(1)).isObject()).isTrue();
        String text =
                data.replaceFirst("").replaceAll("(?s)<script>.*?</script>|<style>.*?</style>", "");
        requireFinite(text);
    }

    /** The rows of a table with a header; every row has as many cells. */
    static List<Map<String, String>> csv(String text) {
        requireFinite(text);
        assertThat(text).endsWith("\n");
        List<String> lines = text.lines().toList();
        String[] header = COMMA.split(lines.getFirst(), -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = COMMA.split(line, -1);
            assertThat(cells).as("%s", line).hasSameSizeAs(header);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(header[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    /** A result in one of the formats text, csv and json. */
    static void requireResult(String text, String format) {
        switch (format) {
            case "csv" -> assertThat(csv(text)).isNotEmpty();
            case "json" -> assertThat(json(text).isMissingNode()).isFalse();
            default -> requireFinite(text);
        }
        assertThat(text).endsWith("\n");
    }

    private static List<Map<String, String>> rows(JsonNode array) {
        assertThat(array.isArray()).isTrue();
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode object : array) {
            Map<String, String> row = new LinkedHashMap<>();
            object.properties()
                    .forEach(entry -> row.put(entry.getKey(), entry.getValue().asString("")));
            rows.add(row);
        }
        return rows;
    }

    /**
     * The table of a sweep: as many rows as there are points, each with a result or a known word.
     *
     * @param points how many; 0 where nobody knows
     * @return how many rows have failed
     */
    static long requireSweep(String text, String format, int points) {
        if (format.equals("text")) {
            requireFinite(text);
            List<String> lines = text.lines().toList();
            requireSize(lines.size() - 1, points);
            return lines.stream()
                    .filter(line -> FAILURES.stream().anyMatch(line::contains))
                    .count();
        }
        List<Map<String, String>> rows = format.equals("json") ? rows(json(text)) : csv(text);
        requireSize(rows.size(), points);
        return rows.stream().filter(Written::hasFailed).count();
    }

    private static void requireSize(int rows, int points) {
        assertThat(rows).as("rows").isPositive().isEqualTo(points == 0 ? rows : points);
    }

    private static boolean hasFailed(Map<String, String> row) {
        String failure = cell(row, FAILURE);
        if (!failure.isEmpty()) {
            assertThat(failure).isIn(FAILURES);
            OF_A_RESULT.forEach(key -> assertThat(cell(row, key)).as("%s %s", key, row).isEmpty());
            assertThat(cell(row, "frequency")).isEmpty();
            return true;
        }
        assertThat(cell(row, "regime")).isIn(REGIMES);
        assertThat(cell(row, "settled")).isIn("true", "false");
        // ⟨p⟩ = (1−⟨m_z⟩)/2, and no run leaves |m|² = 1.5 behind.
        double most = (1 + Math.sqrt(NormRange.MOST)) / 2;
        assertThat(number(row, "power")).isBetween(1 - most, most);
        assertThat(number(row, "power_uncertainty")).isNotNegative();
        if (!cell(row, "frequency").isEmpty()) {
            assertThat(number(row, "frequency")).isPositive();
            assertThat(number(row, "frequency_uncertainty")).isNotNegative();
        }
        return false;
    }

    private static String cell(Map<String, String> row, String key) {
        @Nullable String cell = row.get(key);
        assertThat(cell).as("column %s of %s", key, row).isNotNull();
        return cell == null ? "" : cell;
    }

    private static double number(Map<String, String> row, String key) {
        return Double.parseDouble(cell(row, key));
    }

    /** The end of a run, as its JSON states it. */
    static void requireEnd(String text) {
        JsonNode result = json(text);
        JsonNode m = result.get("m");
        double x = m.get(0).doubleValue();
        double y = m.get(1).doubleValue();
        double z = m.get(2).doubleValue();
        boolean renormalized = result.get("solver").asString().matches("rk4(-simd)?");
        double error = result.get("norm_error").doubleValue();
        assertThat(Math.sqrt(x * x + y * y + z * z))
                .isCloseTo(1, within(NormBound.ofEnd(renormalized, error)));
    }

    /** A trajectory with so many samples, on the sphere as far as a run may leave it. */
    static void requireTrajectory(String text, int samples) {
        List<Map<String, String>> rows = csv(text);
        assertThat(rows).hasSize(samples);
        double before = -1;
        for (Map<String, String> row : rows) {
            assertThat(number(row, "time")).isGreaterThan(before);
            before = number(row, "time");
            double x = number(row, "mx");
            double y = number(row, "my");
            double z = number(row, "mz");
            assertThat(NormRange.contains(x * x + y * y + z * z)).as("%s", row).isTrue();
        }
    }
}
