package larmor.validation.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import larmor.file.BranchTable;
import larmor.model.Device;
import larmor.orbit.Branch;
import larmor.orbit.BranchDiagram;
import larmor.orbit.BranchPoint;
import larmor.orbit.UnfinishedSearch;
import larmor.validation.Check;
import larmor.validation.OscillationRange;
import larmor.validation.RangeEnd;
import larmor.validation.page.Block;
import larmor.validation.page.BranchPanels;
import larmor.validation.page.Downloads;
import larmor.validation.page.Evidence;
import larmor.validation.page.FigureUnits;
import larmor.validation.page.Numeral;
import larmor.validation.page.Page;
import larmor.validation.page.Paragraph;
import larmor.validation.page.Problem;
import larmor.validation.page.Provenance;
import larmor.validation.page.Section;
import larmor.validation.page.Table;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The branches of limit cycles and static states of a device, as a page and as files.
 *
 * @param diagrams with the self-induced torque, without it or both; at least one, all of one device
 * @param checks that stand behind them; none for a device without a reference
 * @param provenance where the numbers come from
 */
public record BranchReport(
        List<BranchDiagram> diagrams, List<Check> checks, Provenance provenance) {

    /** The files of {@link #html}, {@link #csv} and {@link #json}. */
    public static final String HTML_NAME = "branches.html";

    /** See {@link #HTML_NAME}. */
    public static final String CSV_NAME = "branches.csv";

    /** See {@link #HTML_NAME}. */
    public static final String JSON_NAME = "branches.json";

    /**
     * In V_c. The ends are found to 1e-10, but no voltage of a device is known to a millionth, and
     * no more than that shows in six decimals.
     */
    private static final double LEAST_SHIFT = 1e-6;

    /** Copies the lists. */
    public BranchReport {
        diagrams = List.copyOf(diagrams);
        checks = List.copyOf(checks);
    }

    /** Whether every check passed. */
    public boolean passed() {
        return checks.stream().allMatch(Check::passed);
    }

    /** A row for each point, as {@link BranchTable} has it. */
    public String csv() {
        return BranchTable.csv(diagrams);
    }

    /**
     * Everything as JSON: {@code version} 1, {@code provenance}, {@code form}, {@code range} (the
     * voltages of {@link OscillationRange} for each setting of the torque and each source), {@code
     * unfinished} (the kinds of cycles that were given up, with the voltage and the steps), {@code
     * checks} as {@link Check#toJson} has them, {@code rows} as {@link BranchTable} has them.
     */
    public String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", 1);
        json.set("provenance", provenance.toJson());
        json.put("form", diagrams.getFirst().driven().form().id());
        ArrayNode ranges = json.putArray("range");
        for (RangeTable.Source source : sources()) {
            ObjectNode range = ranges.addObject();
            range.put("self_torque", source.selfTorque() ? "on" : "off");
            range.put("source", source.name());
            for (RangeEnd end : RangeEnd.values()) {
                OptionalDouble voltage = end.in(source.range());
                if (voltage.isPresent()) {
                    range.put(end.key(), voltage.getAsDouble());
                } else {
                    range.putNull(end.key());
                }
            }
        }
        ArrayNode unfinished = json.putArray("unfinished");
        for (BranchDiagram diagram : diagrams) {
            for (UnfinishedSearch kind : diagram.unfinished()) {
                ObjectNode node = unfinished.addObject();
                node.put("self_torque", diagram.driven().selfTorque() ? "on" : "off");
                node.put("regime", kind.regime().id());
                node.put("voltage", kind.voltage());
                node.put("steps", kind.steps());
            }
        }
        ArrayNode outcomes = json.putArray("checks");
        checks.forEach(check -> outcomes.add(check.toJson()));
        json.putArray("rows").addAll(BranchTable.rows(diagrams));
        return json.toPrettyString() + "\n";
    }

    /** The page, one file. */
    public String html() {
        List<Section> sections = new ArrayList<>();
        List<Block> figures = new ArrayList<>(new BranchPanels(diagrams).figures());
        MissingBranches.below(diagrams).ifPresent(figures::add);
        figures.add(new Paragraph(method()));
        sections.add(new Section("branches", "Frequency and power against voltage", figures));
        List<Block> range = new ArrayList<>(List.of(ranges(), specialPoints()));
        extension().ifPresent(text -> range.add(1, new Paragraph(text)));
        sections.add(new Section("range", "The range of auto-oscillation", range));
        if (!checks.isEmpty()) {
            sections.add(new Section("evidence", "Evidence", List.of(new Evidence(checks))));
        }
        sections.add(
                new Section(
                        "problem",
                        "What is solved",
                        List.of(Problem.of(device(), diagrams.getFirst().driven().form()))));
        sections.add(Section.data(downloads()));
        return new Page(
                        "Limit cycles of a spin-torque oscillator",
                        "The periodic motions and the static states of the oscillator over a range"
                                + " of voltages, stable and unstable, found by Newton's method"
                                + " without waiting for a transient. The equations are those of "
                                + Page.PAPER
                                + ".",
                        provenance,
                        sections)
                .html();
    }

    private Device device() {
        return diagrams.getFirst().driven().oscillator().device();
    }

    private FigureUnits units() {
        return FigureUnits.of(diagrams.getFirst().driven().oscillator());
    }

    private static String method() {
        return "How it was computed: m and its derivatives by amplitude and voltage are integrated"
                + " with a method of order 8 from a section to the next passage, the cycle is the"
                + " root of a function of one variable, and its Floquet multiplier is the derivative"
                + " of that function. Branches are followed by pseudo-arclength continuation, past"
                + " folds. A homoclinic end is the voltage at which the unstable manifold of the"
                + " saddle meets its stable one. Frequency, power and multiplier have an error below"
                + " 10⁻¹⁰ away from such an end.";
    }

    private List<RangeTable.Source> sources() {
        return diagrams.stream().flatMap(diagram -> RangeTable.sources(diagram).stream()).toList();
    }

    private Table ranges() {
        RangeTable ranges = new RangeTable(units());
        sources().forEach(ranges::add);
        return ranges.table(
                "Where the oscillation begins and ends. Branches: at the damping of the device,"
                        + " within the voltages shown above. Theory: the limit of small damping, at any"
                        + " voltage. A dash: "
                        + MissingBranches.asFarAsFollowed(diagrams)
                        + " do not come to it, or the theory has none.");
    }

    /**
     * What the self-induced torque does to the range; empty where only one setting was run, or
     * where an end may not have been found.
     */
    private Optional<String> extension() {
        if (!MissingBranches.of(diagrams).isEmpty()) {
            return Optional.empty();
        }
        List<OscillationRange> branches =
                sources().stream()
                        .filter(source -> source.name().equals(RangeTable.BRANCHES))
                        .sorted(Comparator.comparing(RangeTable.Source::selfTorque))
                        .map(RangeTable.Source::range)
                        .toList();
        if (branches.size() != 2
                || branches.get(0).inPlaneEnd().isEmpty()
                || branches.get(1).inPlaneEnd().isEmpty()) {
            return Optional.empty();
        }
        double without = branches.get(0).inPlaneEnd().getAsDouble();
        double with = branches.get(1).inPlaneEnd().getAsDouble();
        return Optional.of(
                shift(with, without, units())
                        + " It does not move the threshold, because it is of third order in the"
                        + " amplitude.");
    }

    /**
     * By how much the self-induced torque moves the end of the in-plane precession: a sentence.
     *
     * @param with the end with it, in V_c
     * @param without the end without it, in V_c
     */
    static String shift(double with, double without, FigureUnits units) {
        if (Math.abs(with - without) < LEAST_SHIFT) {
            return "The self-induced torque has no measurable effect on the end of the in-plane"
                    + " precession: it moves it by less than "
                    + Numeral.of(LEAST_SHIFT, 1)
                    + " V_c.";
        }
        String plus = with > without ? "+" : "";
        String millivolts =
                units.si()
                        ? plus + Numeral.of((with - without) * units.voltage(), 4) + " mV, "
                        : "";
        return "The self-induced torque moves the end of the in-plane precession by "
                + millivolts
                + plus
                + Numeral.fixed(with - without, 6)
                + " V_c, "
                + plus
                + Numeral.percent(with / without - 1)
                + ".";
    }

    private Table specialPoints() {
        FigureUnits units = units();
        List<String> columns =
                new ArrayList<>(List.of("states", "self-induced torque", "bifurcation"));
        if (units.si()) {
            columns.addAll(List.of(units.voltageLabel(), units.frequencyLabel()));
        }
        columns.addAll(List.of("V/V_c", "ω/ω₀", "⟨p⟩"));
        List<List<String>> rows = new ArrayList<>();
        for (BranchDiagram diagram : diagrams) {
            for (Branch branch : diagram.branches()) {
                for (BranchPoint point : branch.bifurcations()) {
                    List<String> row = new ArrayList<>();
                    row.add(branch.regime().id());
                    row.add(RangeTable.torque(diagram.driven().selfTorque()));
                    row.add(point.bifurcation().orElseThrow().id());
                    if (units.si()) {
                        row.addAll(values(point, units));
                    }
                    row.addAll(values(point, FigureUnits.RELATIVE));
                    row.add(RangeTable.printed(point.power()));
                    rows.add(row);
                }
            }
        }
        return new Table(
                "Where branches of cycles begin (hopf), turn (fold) and end (hopf, homoclinic).",
                columns,
                rows);
    }

    private static List<String> values(BranchPoint point, FigureUnits units) {
        return List.of(
                RangeTable.printed(point.voltage() * units.voltage()),
                point.frequency().isPresent()
                        ? RangeTable.printed(point.frequency().getAsDouble() * units.frequency())
                        : RangeTable.UNKNOWN);
    }

    private Downloads downloads() {
        return new Downloads(
                List.of(
                        new Downloads.File(
                                CSV_NAME, "text/csv", "every point of every branch", csv()),
                        new Downloads.File(
                                JSON_NAME,
                                "application/json",
                                "the points, the ranges, the checks and their limits",
                                json())));
    }
}
