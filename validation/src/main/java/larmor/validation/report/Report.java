package larmor.validation.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import larmor.file.OutputFile;
import larmor.file.SweepTable;
import larmor.validation.Check;
import larmor.validation.Figure2;
import larmor.validation.exact.OrbitAveragedTheory;
import larmor.validation.exact.OrbitAveragedTheory.Branch;
import larmor.validation.page.Block;
import larmor.validation.page.Downloads;
import larmor.validation.page.Evidence;
import larmor.validation.page.Figure2Panels;
import larmor.validation.page.Page;
import larmor.validation.page.Problem;
import larmor.validation.page.Provenance;
import larmor.validation.page.Section;
import larmor.validation.page.TheoryCurve;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fig. 2 of the paper and the checks that stand behind it.
 *
 * @param name of the page and of the JSON file, without an ending
 * @param figure the figure
 * @param figureChecks the checks of the figure; none for the figure by itself
 * @param validation the other families of checks; none for the figure by itself
 * @param chosen the solver, where it was chosen for the user; the tables then name it
 * @param provenance where the numbers come from
 */
public record Report(
        String name,
        Figure2 figure,
        List<Check> figureChecks,
        ValidationRun validation,
        Optional<SweepTable.ChosenSolver> chosen,
        Provenance provenance) {

    /** The file of {@link #csv}. */
    public static final String CSV_NAME = "figure2.csv";

    /** Copies the list. */
    public Report {
        figureChecks = List.copyOf(figureChecks);
    }

    /** The file of {@link #json}. */
    public String jsonName() {
        return name + ".json";
    }

    /** The file of {@link #html}. */
    public String htmlName() {
        return name + ".html";
    }

    /** Every check: of the figure, then of each family. */
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>(figureChecks);
        checks.addAll(validation.checks());
        return List.copyOf(checks);
    }

    /** Whether every check passed. */
    public boolean passed() {
        return checks().stream().allMatch(Check::passed);
    }

    /** The rows of the figure as CSV. */
    public String csv() {
        return text(out -> table(SweepTable.Layout.CSV).write(figure.rows(), out));
    }

    /**
     * Everything as JSON: {@code version} 1, {@code provenance}, {@code checks} as {@link
     * Check#toJson} has them, {@code rows} as {@link SweepTable} has them.
     */
    public String json() {
        JsonMapper mapper = new JsonMapper();
        ObjectNode json = mapper.createObjectNode();
        json.put("version", 1);
        json.set("provenance", provenance.toJson());
        ArrayNode outcomes = json.putArray("checks");
        checks().forEach(check -> outcomes.add(check.toJson()));
        json.set(
                "rows",
                mapper.readTree(
                        text(out -> table(SweepTable.Layout.JSON).write(figure.rows(), out))));
        return json.toPrettyString() + "\n";
    }

    /** The page, one file. */
    public String html() {
        ValidationSections parts = new ValidationSections(validation, true);
        List<Check> failures = checks().stream().filter(check -> !check.passed()).toList();
        List<Section> sections = new ArrayList<>(parts.failures(failures));
        List<Block> figures = new ArrayList<>(panels());
        figures.add(SweepMethod.of(figure.sweep()));
        List<Check> passed = figureChecks.stream().filter(Check::passed).toList();
        if (!passed.isEmpty()) {
            figures.add(new Evidence(passed));
        }
        sections.add(new Section("figure-2", "Frequency and power against voltage", figures));
        if (!validation.sections().isEmpty()) {
            sections.add(parts.summary());
            sections.addAll(parts.families());
        }
        sections.add(
                new Section(
                        "problem",
                        "What is solved",
                        List.of(
                                Problem.of(
                                        figure.sweep().plan().device(),
                                        figure.sweep().plan().form()))));
        sections.add(
                Section.data(
                        new Downloads(
                                List.of(
                                        new Downloads.File(
                                                CSV_NAME,
                                                "text/csv",
                                                "every point of both figures",
                                                csv()),
                                        new Downloads.File(
                                                jsonName(),
                                                "application/json",
                                                "the points, the checks and their limits",
                                                json())))));
        return new Page(
                        "A spin-torque oscillator with self-induced torque",
                        "The auto-oscillation of the spin-torque oscillator of "
                                + Page.PAPER
                                + ", simulated as its Appendix B prescribes and held against an"
                                + " analytic theory.",
                        provenance,
                        sections)
                .html();
    }

    private SweepTable table(SweepTable.Layout layout) {
        return SweepTable.of(figure.sweep().plan(), layout).madeBy(chosen);
    }

    private List<Block> panels() {
        List<TheoryCurve> curves = new ArrayList<>();
        for (boolean selfTorque : new boolean[] {true, false}) {
            for (Branch branch : Branch.values()) {
                figure.theory(selfTorque)
                        .map(theory -> curve(selfTorque, theory.curve(branch)))
                        .ifPresent(curves::add);
            }
        }
        return new Figure2Panels(figure.rows(), curves).figures();
    }

    private static TheoryCurve curve(boolean selfTorque, List<OrbitAveragedTheory.Point> points) {
        return new TheoryCurve(
                selfTorque,
                points.stream()
                        .map(point ->
                                new TheoryCurve.Point(
                                        point.voltage(), point.frequency(), point.power()))
                        .toList());
    }

    private static String text(OutputFile.Content content) {
        StringBuilder out = new StringBuilder();
        try {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
