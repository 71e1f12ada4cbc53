package larmor.validation.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import larmor.file.SweepTable;
import larmor.model.Device;
import larmor.model.InvalidInput;
import larmor.model.Oscillator;
import larmor.orbit.BranchDiagram;
import larmor.orbit.DrivenOscillator;
import larmor.sweep.Direction;
import larmor.sweep.Sweep;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepPoint;
import larmor.sweep.SweepRow;
import larmor.sweep.SweepTally;
import larmor.validation.SimulatedRange;
import larmor.validation.page.Block;
import larmor.validation.page.Downloads;
import larmor.validation.page.FigureUnits;
import larmor.validation.page.Page;
import larmor.validation.page.Paragraph;
import larmor.validation.page.Problem;
import larmor.validation.page.Provenance;
import larmor.validation.page.Section;
import larmor.validation.page.Summary;
import larmor.validation.page.SweepPanels;

/**
 * Any sweep as a page. Behind a sweep over voltages only stand the branches of limit cycles and
 * static states of the same device.
 */
public final class SweepReport {

    /** The file of {@link #html}. */
    public static final String HTML_NAME = "sweep.html";

    /** Rows that the page holds as data; more of them are in the file of the table only. */
    private static final int MOST_ROWS = 20_000;

    private final Sweep sweep;
    private final Device runnable;
    private final String tableName;
    private final Provenance provenance;
    private final SweepPanels panels;

    /**
     * @param sweep what was run
     * @param runnable a device of it, as {@link Sweep#requireRunnable} finds one
     * @param tableName the file of its rows, beside the page
     * @param provenance where the numbers come from
     */
    public SweepReport(Sweep sweep, Device runnable, String tableName, Provenance provenance) {
        this.sweep = sweep;
        this.runnable = runnable;
        this.tableName = tableName;
        this.provenance = provenance;
        panels = new SweepPanels(sweep.plan(), runnable);
    }

    /** The file of the rows. */
    public String tableName() {
        return tableName;
    }

    /** Whether the page needs the row of a run. */
    public boolean needs(SweepPoint point) {
        return plan().size() <= MOST_ROWS || panels.draws(point);
    }

    private SweepPlan plan() {
        return sweep.plan();
    }

    /**
     * The page, one file.
     *
     * @param rows that it needs, in the order of the plan
     * @param tally of all rows
     * @param diagrams the {@link #branches} behind them
     */
    public String html(List<SweepRow> rows, SweepTally tally, List<BranchDiagram> diagrams) {
        List<Block> figures = new ArrayList<>(panels.figures(rows, diagrams));
        MissingBranches.below(diagrams).ifPresent(figures::add);
        figures.add(SweepMethod.of(sweep));
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("sweep", "Frequency and power", figures));
        if (!diagrams.isEmpty()) {
            sections.add(range(rows, diagrams));
        }
        sections.add(
                new Section(
                        "problem", "What is solved", List.of(Problem.of(runnable, plan().form()))));
        sections.add(Section.data(data(rows)));
        return new Page(
                        "A sweep of a spin-torque oscillator",
                        "Frequency and power of the auto-oscillation, each from a simulation of its"
                                + " own and with its uncertainty. The equations are those of "
                                + Page.PAPER
                                + ".",
                        provenance,
                        sections,
                        Optional.of(verdict(tally)))
                .html();
    }

    private static Summary verdict(SweepTally tally) {
        return new Summary(
                tally.failed() > 0 ? Summary.State.FAILED : Summary.State.EMPTY,
                tally.runs()
                        + " runs: "
                        + (tally.runs() - tally.failed() - tally.unsettled())
                        + " settled, "
                        + tally.unsettled()
                        + " not settled, "
                        + tally.failed()
                        + " failed.");
    }

    /**
     * The branches that stand behind the rows; none where the sweep varies more than the voltage,
     * or where they cannot be followed.
     */
    public List<BranchDiagram> branches() {
        if (!panels.overVoltageOnly()) {
            return List.of();
        }
        double lowest = plan().voltages().stream().mapToDouble(v -> v).min().orElse(0);
        double highest = plan().voltages().stream().mapToDouble(v -> v).max().orElse(0);
        Oscillator oscillator = Oscillator.of(runnable);
        try {
            return plan().selfTorques().stream()
                    .map(torque ->
                            BranchDiagram.of(
                                    new DrivenOscillator(oscillator, plan().form(), torque),
                                    lowest,
                                    highest))
                    .toList();
        } catch (InvalidInput noRange) {
            return List.of();
        }
    }

    private Section range(List<SweepRow> rows, List<BranchDiagram> diagrams) {
        RangeTable ranges = new RangeTable(FigureUnits.of(Oscillator.of(runnable)));
        for (BranchDiagram diagram : diagrams) {
            boolean selfTorque = diagram.driven().selfTorque();
            List<SweepRow> ofTorque =
                    rows.stream().filter(row -> row.selfTorque() == selfTorque).toList();
            if (plan().directions().isEmpty()) {
                ranges.add(selfTorque, "simulation", SimulatedRange.of(ofTorque, Optional.empty()));
            }
            for (Direction way : plan().directions()) {
                ranges.add(
                        selfTorque,
                        "simulation, " + way.id(),
                        SimulatedRange.of(
                                ofTorque.stream()
                                        .filter(row ->
                                                row.point().direction().equals(Optional.of(way)))
                                        .toList(),
                                Optional.of(way)));
            }
            RangeTable.sources(diagram).forEach(ranges::add);
        }
        return new Section(
                "range",
                "The range of auto-oscillation",
                List.of(
                        ranges.table(
                                "Where the oscillation begins and ends. Simulation: between two"
                                        + " voltages at which the settled runs agree, with no such"
                                        + " voltage between them. Branches: at the damping of the"
                                        + " device, within the voltages of the sweep. Theory: the"
                                        + " limit of small damping, at any voltage. A dash: the"
                                        + " settled runs do not enclose it, "
                                        + MissingBranches.asFarAsFollowed(diagrams)
                                        + " do not come"
                                        + " to it, or the theory has none. Runs downwards tell the"
                                        + " lowest voltage, all others where the parallel state"
                                        + " loses its stability.")));
    }

    private Block data(List<SweepRow> rows) {
        if (rows.size() < plan().size()) {
            return new Paragraph(
                    "All " + plan().size() + " rows are in " + tableName + " beside this page.");
        }
        SweepTable table = SweepTable.of(plan(), SweepTable.Layout.CSV);
        StringBuilder csv = new StringBuilder();
        try {
            table.write(rows, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Downloads(
                List.of(
                        new Downloads.File(
                                "sweep.csv",
                                "text/csv",
                                "every run of the sweep, as CSV",
                                csv.toString())));
    }
}
