package larmor.bench.choice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import larmor.validation.page.SolverStyle;
import larmor.validation.page.Summary;
import larmor.validation.page.Table;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A choice as a page and as JSON.
 *
 * @param selection the answer
 * @param provenance where it was found
 */
public record ChoiceReport(Selection selection, Provenance provenance) {

    /** The file of {@link #html}. */
    public static final String HTML_NAME = "choice.html";

    /** The file of {@link #json}. */
    public static final String JSON_NAME = "choice.json";

    private static final double MICROSECONDS = 1e6;

    /**
     * Everything as JSON: {@code version} 1, {@code provenance}, the question, {@code candidates}
     * from the fastest on, {@code methods} with every setting that was tried, and why a method was
     * dropped. Times are in seconds for a trajectory.
     */
    public String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Question question = selection.question();
        json.put("version", 1);
        json.set("provenance", provenance.toJson());
        json.put("quantity", question.quantity().id());
        json.put("accuracy", question.accuracy());
        json.put("batch", question.batch());
        json.put("time", question.time());
        json.put("most_threads", question.threads());
        json.put("reference_uncertainty", selection.referenceUncertainty());
        json.put("seconds", selection.seconds());
        json.put("methods_not_tried", selection.notTried());
        json.put(
                "no_runner_up_because",
                selection.runnerUp().isPresent() ? null : new ChoiceText(selection).runnerUp());
        ArrayNode candidates = json.putArray("candidates");
        selection.candidates().forEach(candidate -> put(candidates.addObject(), candidate));
        ArrayNode methods = json.putArray("methods");
        selection.methods().forEach(method -> put(methods.addObject(), method));
        return json.toPrettyString() + "\n";
    }

    private static void put(ObjectNode json, Candidate candidate) {
        json.put("solver", candidate.setting().solver());
        json.put(candidate.setting().control().id(), candidate.setting().value());
        json.put("threads", candidate.threads());
        Promise promise = candidate.promise();
        json.put("error", promise.error());
        json.put("exceeded_at_one_in", promise.oneIn());
        json.put("exceeded_at", promise.above());
        json.put("largest_error", promise.largest());
        json.put("voltages", promise.voltages());
        json.put("evaluations", candidate.evaluations());
        put(json.putObject("seconds"), candidate.time());
        candidate.ratio().ifPresent(ratio -> put(json.putObject("ratio"), ratio));
        json.put("rounds", candidate.rounds());
    }

    private static void put(ObjectNode json, RankInterval interval) {
        json.put("low", interval.low());
        json.put("median", interval.median());
        json.put("high", interval.high());
    }

    private static void put(ObjectNode json, WorkPrecision method) {
        json.put("solver", method.solver());
        json.put("control", method.control().id());
        json.put("order", method.order());
        json.put("dropped", method.dropped().map(ChoiceText::words).orElse(null));
        json.put("dropped_kind", method.dropped().map(Dropped::id).orElse(null));
        method.dropped()
                .ifPresent(why -> {
                    if (why instanceof Dropped.Slower slower && slower.timesAsLong().isPresent()) {
                        json.put("at_least_times_as_long", slower.timesAsLong().getAsDouble());
                    }
                });
        ArrayNode points = json.putArray("points");
        for (WorkPrecision.Point point : method.points()) {
            ObjectNode one = points.addObject();
            one.put(method.control().id(), point.value());
            if (Double.isFinite(point.error())) {
                one.put("error", point.error());
            } else {
                one.putNull("error");
            }
            one.put("evaluations", point.evaluations());
            one.put("seconds", point.time());
        }
    }

    /** The page, one file. */
    public String html() {
        ChoiceText text = new ChoiceText(selection);
        List<List<String>> rows = text.table();
        List<Block> answer = new ArrayList<>();
        answer.add(
                new Table(
                        "The last comparison, by turns: medians with 95 % intervals",
                        rows.getFirst(), rows.subList(1, rows.size())));
        answer.add(new Paragraph("Why: " + String.join("; ", text.reasons()) + "."));
        if (!text.dropped().isEmpty()) {
            answer.add(
                    new Table(
                            "Not timed to the end, at the same accuracy",
                            List.of("method", "against the fastest"),
                            text.dropped()));
        }
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("answer", "The fastest", answer));
        sections.add(
                new Section(
                        "work-precision",
                        "What accuracy costs",
                        List.of(figure(), new Paragraph(method()))));
        sections.add(
                Section.data(
                        new Downloads(
                                List.of(
                                        new Downloads.File(
                                                JSON_NAME,
                                                "application/json",
                                                "every setting that was tried",
                                                json())))));
        Question question = selection.question();
        return new Page(
                        "The fastest solver",
                        String.format(
                                Locale.ROOT,
                                "For %s to %.0e, %d trajectories at once to t' = %s, on this"
                                        + " machine.",
                                question.quantity().id(),
                                question.accuracy(),
                                question.batch(),
                                question.time()),
                        provenance,
                        sections,
                        Optional.of(
                                new Summary(
                                        Summary.State.PASSED,
                                        text.answer()
                                                + ", threads: "
                                                + selection.fastest().threads()
                                                + "; "
                                                + text.time()
                                                + "; error "
                                                + text.error()
                                                + "; next "
                                                + text.runnerUp()
                                                + ".")))
                .html();
    }

    private String method() {
        Promise promise = selection.fastest().promise();
        return "How it was found: the error of a setting is the same on every machine. It is the"
                + " distance from a run of verner9 at a step of 0.1, which itself errs by "
                + ChoiceText.exponential(selection.referenceUncertainty())
                + ". The largest setting was sought whose error exceeds two thirds of what is asked"
                + " for at no more than "
                + promise.above()
                + " of "
                + promise.voltages()
                + " voltages from "
                + Question.LOWEST_VOLTAGE
                + " to "
                + (int) Question.HIGHEST_VOLTAGE
                + " V_c: a trajectory that passes close to the saddle point multiplies every"
                + " error, and the largest, here "
                + ChoiceText.exponential(promise.largest())
                + ", only tells how close one came. Times in the figure are evaluations times the"
                + " time of one, from a short measurement; those in the table were measured by"
                + " turns.";
    }

    private Figure figure() {
        List<Series> series = new ArrayList<>();
        series.add(
                new Series(
                        "Pareto front",
                        Hue.GREY,
                        Series.Line.DASHED,
                        Series.Mark.NONE,
                        Series.Fill.FILLED,
                        front()));
        for (WorkPrecision method : selection.methods()) {
            if (method.points().isEmpty()) {
                continue;
            }
            SolverStyle style = SolverStyle.of(method.solver());
            series.add(
                    new Series(
                            method.label(),
                            style.hue(),
                            line(method),
                            style.mark(),
                            method.dropped().isEmpty() ? Series.Fill.FILLED : Series.Fill.HOLLOW,
                            method.points().stream().map(point -> point(method, point)).toList()));
        }
        return new Figure(
                "pareto",
                "Time against error",
                "Each mark is a setting. Filled: methods of the last comparison. Colours and marks"
                        + " belong to solvers. Lines: solid in lanes with error control, dashed in"
                        + " lanes at fixed step, dotted one trajectory at a time with error control,"
                        + " dashed and dotted one at a time at fixed step.",
                Axis.logarithmic("Error", selection.question().quantity().symbol()),
                Axis.logarithmic("Time a trajectory", "").in("µs"),
                series,
                List.of(Guide.atX(selection.question().accuracy(), "asked for")),
                List.of());
    }

    /** The settings that no other beats in both error and time. */
    private List<Series.Point> front() {
        List<WorkPrecision.Point> points =
                selection.methods().stream()
                        .flatMap(method -> method.points().stream())
                        .filter(point -> Double.isFinite(point.error()))
                        .sorted(Comparator.comparingDouble(WorkPrecision.Point::error))
                        .toList();
        List<Series.Point> front = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        for (WorkPrecision.Point point : points) {
            if (point.time() < best) {
                best = point.time();
                front.add(Series.Point.of(point.error(), MICROSECONDS * point.time()));
            }
        }
        return front;
    }

    private static Series.Point point(WorkPrecision method, WorkPrecision.Point point) {
        return new Series.Point(
                point.error(),
                MICROSECONDS * point.time(),
                Optional.empty(),
                List.of(
                        new Fact(method.control().id(), String.valueOf(point.value())),
                        new Fact(
                                "evaluations",
                                String.format(Locale.ROOT, "%.0f", point.evaluations()))));
    }

    private static Series.Line line(WorkPrecision method) {
        boolean atFixedStep = method.control() == Control.STEP;
        return switch (method.kind()) {
            case LANES -> atFixedStep ? Series.Line.DASHED : Series.Line.SOLID;
            case SCALAR, HIPPARCHUS -> atFixedStep ? Series.Line.DASH_DOTTED : Series.Line.DOTTED;
        };
    }
}
