package larmor.bench.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import larmor.model.OneLine;
import larmor.validation.page.Axis;
import larmor.validation.page.Block;
import larmor.validation.page.Downloads;
import larmor.validation.page.Fact;
import larmor.validation.page.Figure;
import larmor.validation.page.Guide;
import larmor.validation.page.Hue;
import larmor.validation.page.Page;
import larmor.validation.page.Paragraph;
import larmor.validation.page.Provenance;
import larmor.validation.page.Section;
import larmor.validation.page.Series;
import larmor.validation.page.Summary;
import larmor.validation.page.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A comparison as files.
 *
 * @param result what came out
 * @param provenance machine, date and command
 */
public record GateReport(GateResult result, Provenance provenance) {

    /** The file of {@link #json}. */
    public static final String JSON_NAME = "compare.json";

    /** The file of {@link #markdown}. */
    public static final String MARKDOWN_NAME = "compare.md";

    /** The file of {@link #html}. */
    public static final String HTML_NAME = "compare.html";

    private static final double PERCENT = 100;

    /**
     * Everything: {@code version} 1, {@code provenance}, {@code base} and {@code candidate} with
     * their SHA-256, {@code settings}, {@code conclusion}, {@code benchmarks}, and of each of these
     * every launch with all its iterations. Changes are shares of the time per operation. What does
     * not exist is {@code null}.
     */
    public String json() {
        ObjectNode json = new JsonMapper().createObjectNode();
        json.put("version", 1);
        json.put("conclusion", result.conclusion().name().toLowerCase(Locale.ROOT));
        json.put("failure", result.failure().orElse(null));
        json.put("void", result.voided().orElse(null));
        ObjectNode origin = json.putObject("provenance");
        origin.put("commit", provenance.commit());
        origin.put("date", provenance.date());
        origin.put("jdk", provenance.jdk());
        origin.put("cpu", provenance.cpu());
        origin.put("command", provenance.command());
        jar(json.putObject("base"), result.pairing().base());
        jar(json.putObject("candidate"), result.pairing().candidate());
        ObjectNode settings = json.putObject("settings");
        settings.put("margin", result.settings().margin());
        settings.put("alpha", result.settings().alpha());
        settings.put("warmup", result.settings().warmup());
        settings.put("time", result.settings().time());
        ArrayNode looks = settings.putArray("looks");
        result.looks().forEach(looks::add);
        json.put("seconds", result.seconds());
        ArrayNode added = json.putArray("added");
        result.pairing().added().forEach(id -> added.add(id.label()));
        ArrayNode benchmarks = json.putArray("benchmarks");
        result.results().forEach(one -> benchmark(benchmarks.addObject(), one));
        return json.toPrettyString() + "\n";
    }

    private static void jar(ObjectNode json, BenchmarkJar jar) {
        json.put("jar", jar.name());
        json.put("sha256", jar.digest());
    }

    private static void benchmark(ObjectNode json, BenchmarkResult one) {
        json.put("name", one.id().name());
        json.put("mode", one.id().mode());
        ObjectNode parameters = json.putObject("parameters");
        one.id().parameters().forEach(parameters::put);
        json.put("unit", one.unit());
        json.put("verdict", one.verdict().map(Verdict::word).orElse(null));
        ArrayNode reasons = json.putArray("reasons");
        one.reasons().forEach(reasons::add);
        put(json, "base", one.baseScore());
        put(json, "candidate", one.candidateScore());
        put(json, "change", one.change().map(BenchmarkResult.Change::estimate));
        put(json, "low", one.change().map(BenchmarkResult.Change::low));
        put(json, "high", one.change().map(BenchmarkResult.Change::high));
        put(json, "detectable", one.change().map(BenchmarkResult.Change::detectable));
        json.put("pairs", one.change().map(BenchmarkResult.Change::pairs).orElse(0));
        put(json, "base_allocation", one.allocation().base());
        put(json, "candidate_allocation", one.allocation().candidate());
        put(json, "noise", one.noise());
        ArrayNode launches = json.putArray("launches");
        one.launches().forEach(launch -> launch(launches.addObject(), launch));
    }

    private static void launch(ObjectNode json, Launch launch) {
        Measurement measurement = launch.measurement();
        json.put("number", launch.number());
        json.put("jar", launch.side().id());
        json.put("pair", launch.pair());
        json.put("attempt", launch.attempt());
        json.put("used", launch.used());
        json.put("score", measurement.score());
        json.put("disturbed", measurement.disturbed());
        json.put("disturbance", finite(measurement.disturbance()));
        put(json, "allocation", measurement.allocation());
        json.put("jmh", measurement.version());
        json.put("threads", measurement.threads());
        ArrayNode arguments = json.putArray("jvm_arguments");
        measurement.arguments().forEach(arguments::add);
        ObjectNode counters = json.putObject("counters");
        measurement
                .counters()
                .forEach((name, values) -> {
                    ArrayNode all = counters.putArray(name);
                    values.forEach(value -> all.add(finite(value)));
                });
        ArrayNode iterations = json.putArray("iterations");
        for (Measurement.Iteration iteration : measurement.iterations()) {
            iterations
                    .addObject()
                    .put("score", iteration.score())
                    .put("waited", finite(iteration.waited()))
                    .put("stolen", finite(iteration.stolen()))
                    .put("operations", finite(iteration.operations()));
        }
    }

    private static void put(ObjectNode json, String key, OptionalDouble value) {
        put(
                json,
                key,
                value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.<Double>empty());
    }

    private static void put(ObjectNode json, String key, Optional<Double> value) {
        json.put(key, value.map(GateReport::finite).orElse(null));
    }

    /** JSON has no word for another number. */
    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** For a pull request or the summary of a job. */
    public String markdown() {
        GateText text = new GateText(result);
        StringBuilder markdown = new StringBuilder();
        markdown.append("## ").append(text.summary()).append("\n\n");
        List<List<String>> rows = text.table();
        line(markdown, rows.getFirst());
        line(markdown, rows.getFirst().stream().map(_ -> "---").toList());
        rows.stream().skip(1).forEach(row -> line(markdown, row));
        markdown.append('\n');
        text.notes().forEach(note -> markdown.append("- ").append(plain(note)).append('\n'));
        markdown.append("- change: time of the candidate over that of the base, less 1; ")
                .append(settings())
                .append('\n');
        markdown.append("- ")
                .append(plain(provenance.cpu()))
                .append(", ")
                .append(plain(provenance.jdk()))
                .append('\n');
        return markdown.toString();
    }

    private static void line(StringBuilder markdown, List<String> cells) {
        cells.forEach(cell -> markdown.append("| ").append(plain(cell)).append(' '));
        markdown.append("|\n");
    }

    /** Names come from a jar that others wrote. */
    private static String plain(String text) {
        return OneLine.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("[\\\\|`*_~$\\[\\]]", "\\\\$0");
    }

    private String settings() {
        return "margin "
                + GateText.number(PERCENT * result.settings().margin())
                + " %, alpha "
                + GateText.number(result.settings().alpha())
                + ", looks at "
                + result.looks().stream().map(String::valueOf).collect(Collectors.joining(", "))
                + " pairs";
    }

    /** The page, one file. */
    public String html() {
        GateText text = new GateText(result);
        List<Section> sections = new ArrayList<>();
        List<Block> verdicts = new ArrayList<>();
        List<List<String>> rows = text.table();
        verdicts.add(
                new Table(
                        "Change of the time per operation, " + settings(),
                        rows.getFirst(),
                        rows.subList(1, rows.size())));
        text.notes().forEach(note -> verdicts.add(new Paragraph(note)));
        sections.add(new Section("verdicts", "Verdicts", verdicts));
        List<Block> dots = new ArrayList<>();
        for (int i = 0; i < result.results().size(); i++) {
            BenchmarkResult one = result.results().get(i);
            if (one.baseScore().isPresent()) {
                dots.add(dots(i, text.name(one.id()), one));
            }
        }
        if (!dots.isEmpty()) {
            sections.add(new Section("launches", "Every launch", dots));
        }
        sections.add(
                Section.data(
                        new Downloads(
                                List.of(
                                        new Downloads.File(
                                                JSON_NAME,
                                                "application/json",
                                                "every launch with its iterations",
                                                json())))));
        return new Page(
                        "Performance gate",
                        result.pairing().candidate().name()
                                + " against "
                                + result.pairing().base().name(),
                        provenance,
                        sections,
                        Optional.of(new Summary(state(result.conclusion()), text.summary())))
                .html();
    }

    private static Summary.State state(GateResult.Conclusion conclusion) {
        return switch (conclusion) {
            case PASSED -> Summary.State.PASSED;
            case FAILED -> Summary.State.FAILED;
            case OPEN, NOTHING -> Summary.State.EMPTY;
        };
    }

    private Figure dots(int index, String name, BenchmarkResult one) {
        List<Series> series = new ArrayList<>();
        double unit = one.baseScore().orElseThrow();
        for (Side side : Side.values()) {
            Hue hue = side == Side.BASE ? Hue.BLUE : Hue.VERMILLION;
            Series.Mark mark = side == Side.BASE ? Series.Mark.CIRCLE : Series.Mark.SQUARE;
            series.add(Series.points(side.id(), hue, mark, points(one, side, true, unit)));
            List<Series.Point> others = points(one, side, false, unit);
            if (!others.isEmpty()) {
                series.add(
                        Series.unsettled(
                                side.id() + ", disturbed and repeated", Hue.GREY, mark, others));
            }
        }
        return new Figure(
                "launches-" + index,
                name,
                "One dot a launch, in the order of time: "
                        + GateText.verdict(one)
                        + ". The unit of the vertical axis is the median of the base, "
                        + GateText.number(one.baseScore())
                        + " "
                        + one.unit()
                        + ".",
                Axis.linear("Launch", ""),
                Axis.linear("Score over the base's median", ""),
                series,
                List.of(Guide.atY(1, "base")),
                List.of());
    }

    private static List<Series.Point> points(
            BenchmarkResult one, Side side, boolean used, double unit) {
        return one.launches().stream()
                .filter(launch -> launch.side() == side && launch.used() == used)
                .map(launch ->
                        new Series.Point(
                                launch.number(),
                                launch.measurement().score() / unit,
                                Optional.empty(),
                                List.of(
                                        new Fact("launch", String.valueOf(launch.number())),
                                        new Fact(
                                                one.unit(),
                                                GateText.number(
                                                        OptionalDouble.of(
                                                                launch.measurement().score()))),
                                        new Fact(
                                                "time lost to others",
                                                String.format(
                                                        Locale.ROOT,
                                                        "%.2f %%",
                                                        PERCENT
                                                                * launch.measurement()
                                                                        .disturbance())))))
                .toList();
    }
}
