package larmor.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.validation.Check;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Sabotage;
import larmor.validation.page.Downloads;
import larmor.validation.page.Numeral;
import larmor.validation.page.Page;
import larmor.validation.page.Problem;
import larmor.validation.page.Provenance;
import larmor.validation.page.Section;
import larmor.validation.page.Table;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A validation run as a page, as JSON and as Markdown.
 *
 * @param run what was found
 * @param sabotage the mistake that was made on purpose, if any
 * @param timed whether the page and the JSON tell how long each family took; without that, two runs
 *     of the same commit differ in the date only
 * @param provenance where the numbers come from
 */
public record ValidationReport(
        ValidationRun run, Optional<Sabotage> sabotage, boolean timed, Provenance provenance) {

    /** The file of {@link #html}. */
    public static final String HTML_NAME = "validation.html";

    /** The file of {@link #json}. */
    public static final String JSON_NAME = "validation.json";

    /** The file of {@link #markdown}. */
    public static final String MARKDOWN_NAME = "validation.md";

    /** Of the JSON; a change that breaks a reader raises it. */
    private static final int VERSION = 1;

    /** The page, one file. */
    public String html() {
        ValidationSections parts = new ValidationSections(run, false);
        List<Section> sections = new ArrayList<>(parts.failures(run.failures()));
        sections.add(parts.summary());
        sections.addAll(parts.families());
        sections.addAll(parts.sabotages());
        sections.add(
                new Section(
                        "problem",
                        "What is solved",
                        List.of(Problem.of(Device.PAPER, EquationForm.EXACT))));
        if (timed) {
            sections.add(new Section("timing", "Time taken", List.of(timing())));
        }
        sections.add(
                Section.data(
                        new Downloads(
                                List.of(
                                        new Downloads.File(
                                                JSON_NAME,
                                                "application/json",
                                                "every check with its numbers",
                                                json()),
                                        new Downloads.File(
                                                MARKDOWN_NAME,
                                                "text/markdown",
                                                "a summary",
                                                markdown())))));
        return new Page(title(), lead(), provenance, sections).html();
    }

    private String title() {
        return sabotage.isPresent()
                ? "Sabotage: " + sabotage.get().name()
                : "Is Larmor right? The evidence";
    }

    private String lead() {
        String made =
                sabotage.map(mistake ->
                                "A mistake was made on purpose: "
                                        + mistake.what()
                                        + ". Checks below have to fail. ")
                        .orElse("");
        return made
                + "The solvers of the spin-torque oscillator of "
                + Page.PAPER
                + ", held against exact solutions, analytic theory, certified tables, Hipparchus"
                + " and each other."
                + (run.effort() == Effort.QUICK
                        ? " A quick look: fewer cases, the same limits."
                        : "");
    }

    private Table timing() {
        return new Table(
                "Seconds, on this machine, alone or not",
                List.of("family", "s"),
                run.sections().stream()
                        .map(section ->
                                List.of(section.family().title(), Numeral.of(section.seconds(), 2)))
                        .toList());
    }

    /** Everything as JSON: {@code docs/validation-schema.md}. */
    public String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", VERSION);
        json.put("effort", effort());
        json.put("sabotage", sabotage.map(Sabotage::name).orElse(null));
        json.put("passed", run.passed());
        json.put("checks", run.checks().size());
        json.put("failed", run.failures().size());
        ObjectNode origin = json.putObject("provenance");
        origin.put("commit", provenance.commit());
        origin.put("date", provenance.date());
        origin.put("jdk", provenance.jdk());
        origin.put("cpu", provenance.cpu());
        origin.put("lanes", provenance.lanes());
        origin.put("command", provenance.command());
        ArrayNode families = json.putArray("families");
        for (ValidationRun.Section section : run.sections()) {
            ObjectNode node = families.addObject();
            node.put("name", section.family().name());
            node.put("title", section.family().title());
            if (timed) {
                node.put("seconds", section.seconds());
            }
            node.put("result", section.findings().result());
            ArrayNode checks = node.putArray("checks");
            section.checks().forEach(check -> checks.add(check.toJson()));
        }
        ArrayNode sabotages = json.putArray("sabotages");
        for (ValidationRun.Trial trial : run.trials()) {
            ObjectNode node = sabotages.addObject();
            node.put("name", trial.sabotage().name());
            node.put("what", trial.sabotage().what());
            ArrayNode names = node.putArray("families");
            trial.sabotage().families().forEach(names::add);
            ArrayNode caught = node.putArray("caught_by");
            trial.caught().forEach(check -> caught.add(check.claim().name()));
        }
        return json.toPrettyString() + "\n";
    }

    private String effort() {
        return run.effort().name().toLowerCase(Locale.ROOT);
    }

    /** A summary for a pull request: what failed first, then a row for each family. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        int all = run.checks().size();
        int failed = run.failures().size();
        text.append("## Validation: ")
                .append(failed == 0 ? "passed" : "FAILED")
                .append("\n\n")
                .append(all - failed)
                .append(" of ")
                .append(all)
                .append(" checks passed (")
                .append(effort())
                .append(sabotage.map(mistake -> ", sabotage " + mistake.name()).orElse(""))
                .append(").\n\n");
        if (failed > 0) {
            text.append(
                    "| failed | measured | reference | error | limit |\n|---|---|---|---|---|\n");
            for (Check check : run.failures()) {
                row(
                        text,
                        "`" + check.claim().name() + "` " + check.claim().what(),
                        Numeral.of(check.measured(), 6),
                        Numeral.of(check.reference(), 6),
                        Numeral.of(check.error(), 2),
                        Numeral.of(check.limit().value(), 2));
            }
            text.append('\n');
        }
        text.append("| family | result | passed | limit used | by |\n|---|---|---|---|---|\n");
        for (ValidationRun.Section section : run.sections()) {
            List<Check> checks = section.checks();
            Optional<Check> nearest = Check.nearestToLimit(checks);
            row(
                    text,
                    section.family().title(),
                    section.findings().result(),
                    ValidationSections.passedOf(checks),
                    nearest.map(check -> Numeral.percent(check.limitUsed())).orElse(""),
                    nearest.map(check -> "`" + check.claim().name() + "`").orElse(""));
        }
        if (!run.trials().isEmpty()) {
            text.append("\n| sabotage | caught by |\n|---|---|\n");
            for (ValidationRun.Trial trial : run.trials()) {
                row(
                        text,
                        "`" + trial.sabotage().name() + "`",
                        trial.survived()
                                ? "**none**"
                                : ValidationSections.caughtBy(trial.caught()));
            }
        }
        text.append("\n").append(provenance.command()).append(" · ");
        text.append(provenance.commit()).append(" · ").append(provenance.date()).append("\n");
        return text.toString();
    }

    private static void row(StringBuilder text, String... cells) {
        text.append('|');
        for (String cell : cells) {
            text.append(' ').append(cell.replace("|", "\\|").replace('\n', ' ')).append(" |");
        }
        text.append('\n');
    }
}
