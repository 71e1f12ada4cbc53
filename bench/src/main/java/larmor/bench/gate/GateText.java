package larmor.bench.gate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import larmor.model.OneLine;

/** The words of a result, the same wherever they are shown. */
public final class GateText {

    private static final String UNKNOWN = "-";
    private static final int DIGITS = 4;
    private static final double PERCENT = 100;

    /** The headings of {@link #row}. */
    static final List<String> COLUMNS =
            List.of(
                    "benchmark",
                    "base",
                    "candidate",
                    "unit",
                    "change",
                    "interval",
                    "B/op",
                    "verdict");

    private final GateResult result;
    private final String prefix;
    private final Set<String> ambiguous;

    /** The words of this result. */
    public GateText(GateResult result) {
        this.result = result;
        Set<String> labels = new HashSet<>();
        this.ambiguous =
                Stream.concat(result.pairing().shared().stream(), result.pairing().added().stream())
                        .map(BenchmarkId::label)
                        .filter(label -> !labels.add(label))
                        .collect(Collectors.toSet());
        this.prefix = commonPackage(result.pairing().shared());
    }

    /** A table with its headings. */
    public List<List<String>> table() {
        List<List<String>> rows = new ArrayList<>(List.of(COLUMNS));
        result.results().forEach(one -> rows.add(row(one)));
        return rows;
    }

    private List<String> row(BenchmarkResult one) {
        return List.of(
                name(one.id()),
                number(one.baseScore()),
                number(one.candidateScore()),
                one.unit().isEmpty() ? UNKNOWN : OneLine.of(one.unit()),
                one.change().map(change -> percent(change.estimate())).orElse(UNKNOWN),
                one.change()
                        .map(change ->
                                "[" + percent(change.low()) + ", " + percent(change.high()) + "]")
                        .orElse(UNKNOWN),
                allocation(one),
                verdict(one));
    }

    /**
     * The benchmark without the packages that all have in common, and with its mode where that is
     * all that tells it from another.
     */
    String name(BenchmarkId id) {
        String label = id.label();
        String name = label.startsWith(prefix) ? label.substring(prefix.length()) : label;
        return ambiguous.contains(label) ? name + " (" + id.mode() + ")" : name;
    }

    static String verdict(BenchmarkResult one) {
        return one.verdict().map(Verdict::word).orElse("not judged");
    }

    private static String allocation(BenchmarkResult one) {
        String before = bytes(one.allocation().base());
        return one.allocation().change() == AllocationComparison.Change.NONE
                ? before
                : before + " > " + bytes(one.allocation().candidate());
    }

    /** What JMH itself allocates comes to less than a byte for all but the slowest operations. */
    private static String bytes(OptionalDouble bytes) {
        if (bytes.isEmpty()) {
            return UNKNOWN;
        }
        double value = bytes.getAsDouble();
        return value < 0.1 ? "0" : number(bytes);
    }

    static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : UNKNOWN;
    }

    static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }

    static String percent(double share) {
        return Double.isInfinite(share)
                ? (share > 0 ? "inf" : "-inf")
                : String.format(Locale.ROOT, "%+.1f%%", 100 * share);
    }

    private static String unsigned(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** What a reader should know besides the table, a line each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        result.failure().ifPresent(notes::add);
        result.voided().ifPresent(reason -> notes.add("the run is void: " + reason));
        for (BenchmarkResult one : result.results()) {
            if (!one.reasons().isEmpty()) {
                notes.add(name(one.id()) + ": " + String.join("; ", one.reasons()));
            }
        }
        if (result.pairing().sameJar()) {
            notes.add("both jars are the same file, so every change is noise");
        }
        result.pairing()
                .added()
                .forEach(id -> notes.add("only in the candidate, not measured: " + name(id)));
        noise().ifPresent(notes::add);
        long disturbed = result.results().stream().mapToLong(BenchmarkResult::disturbed).sum();
        if (disturbed > 0) {
            notes.add(
                    disturbed
                            + " of the judged launches were disturbed by other programs in every"
                            + " attempt");
        }
        level().ifPresent(notes::add);
        notes.add(cost());
        return notes.stream().map(OneLine::of).toList();
    }

    private Optional<String> noise() {
        OptionalDouble noise =
                result.results().stream().flatMapToDouble(one -> one.noise().stream()).max();
        OptionalDouble detectable =
                result.results().stream()
                        .flatMap(one -> one.change().stream())
                        .mapToDouble(BenchmarkResult.Change::detectable)
                        .max();
        if (noise.isEmpty() || detectable.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                "noise floor: two launches of one jar differ by "
                        + unsigned(noise.getAsDouble())
                        + " (the noisiest benchmark); smallest slowdown sure to be found: "
                        + (Double.isInfinite(detectable.getAsDouble())
                                ? "none"
                                : unsigned(detectable.getAsDouble())));
    }

    private Optional<String> level() {
        double look = result.settings().alpha() / result.looks().size();
        return result.results().stream().allMatch(one -> one.change().isEmpty())
                ? Optional.empty()
                : Optional.of(
                        "either end of an interval is beyond the change with a chance of at most "
                                + number(PERCENT * look)
                                + " %, over all benchmarks that were open at that look");
    }

    private String cost() {
        long thrown = result.results().stream().mapToLong(BenchmarkResult::repeated).sum();
        return String.format(
                Locale.ROOT,
                "%s in %.1f minutes, %.1f for each benchmark; %d thrown away",
                plural(result.launches(), "launch", "launches"),
                result.seconds() / 60,
                result.seconds() / 60 / result.results().size(),
                thrown);
    }

    /** The verdict of the run in a line. */
    public String summary() {
        List<BenchmarkResult> results = result.results();
        long failing =
                results.stream()
                        .filter(one -> one.verdict().map(Verdict::fails).orElse(false))
                        .count();
        long open =
                results.stream()
                        .filter(one -> one.verdict().map(Verdict::open).orElse(true))
                        .count();
        String margin = unsigned(result.settings().margin());
        return switch (result.conclusion()) {
            case PASSED -> "PASS: no slowdown beyond " + margin + " in " + plural(results.size());
            case FAILED -> "FAIL: " + failing + " of " + plural(results.size());
            case OPEN ->
                    "INCONCLUSIVE: "
                            + open
                            + " of "
                            + plural(results.size())
                            + (open < results.size()
                                    ? ", the others have no slowdown beyond " + margin
                                    : "");
            case NOTHING -> "NOTHING MEASURED";
        };
    }

    private static String plural(int benchmarks) {
        return plural(benchmarks, "benchmark", "benchmarks");
    }

    private static String plural(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static String commonPackage(List<BenchmarkId> ids) {
        String common = packageOf(ids.getFirst());
        for (BenchmarkId id : ids) {
            while (!id.name().startsWith(common)) {
                common = common.substring(0, common.lastIndexOf('.', common.length() - 2) + 1);
            }
        }
        return common;
    }

    /** With its last dot, or empty; a name ends in class and method. */
    private static String packageOf(BenchmarkId id) {
        int method = id.name().lastIndexOf('.');
        return id.name().substring(0, id.name().lastIndexOf('.', method - 1) + 1);
    }
}
