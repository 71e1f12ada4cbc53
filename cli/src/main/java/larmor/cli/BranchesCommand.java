package larmor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import larmor.file.BranchTable;
import larmor.file.OutputDirectory;
import larmor.model.DerivedNumbers;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Oscillator;
import larmor.model.Units;
import larmor.orbit.Branch;
import larmor.orbit.BranchDiagram;
import larmor.orbit.BranchPoint;
import larmor.orbit.DrivenOscillator;
import larmor.validation.Check;
import larmor.validation.RangeChecks;
import larmor.validation.report.BranchReport;
import larmor.validation.report.MissingBranches;
import larmor.validation.report.ThisRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Limit cycles over a range of voltages, found directly. */
@Command(
        name = "branches",
        description = {
            "Finds all limit cycles and static states over a range of voltages, stable and"
                    + " unstable, without waiting for a transient.",
            "Cycles about one axis that take more than "
                    + BranchDiagram.MOST_STEPS
                    + " steps of integration are given up: what was found of them is kept, a note"
                    + " says where that ends, and the exit status is 3."
        })
final class BranchesCommand implements Callable<Integer> {

    private static final String DEFAULT_DIRECTORY = "larmor-branches";

    private final Console console;

    @Mixin private DeviceOptions device = new DeviceOptions();

    @Option(
            names = Voltages.FLAG,
            paramLabel = "START:STOP",
            required = true,
            description = "The range in V_c, or in volts such as 10mV:20mV.")
    private String voltages = "";

    @Option(
            names = "--self-torque",
            paramLabel = "on|off|both",
            converter = Choice.OfSelfTorque.class,
            defaultValue = "both",
            description = "Whether the self-induced torque acts. Default: ${DEFAULT-VALUE}.")
    private Choice.SelfTorque selfTorque = Choice.SelfTorque.BOTH;

    @Option(
            names = "--form",
            paramLabel = "FORM",
            converter = Choice.OfForm.class,
            defaultValue = "exact",
            description = "exact or leading-order. Default: ${DEFAULT-VALUE}.")
    private EquationForm form = EquationForm.EXACT;

    @Option(
            names = "--format",
            paramLabel = "text|csv|json",
            converter = Choice.OfFormat.class,
            defaultValue = "text",
            description =
                    "What is printed: where branches begin, turn and end, or every point as CSV or"
                            + " JSON. Default: ${DEFAULT-VALUE}.")
    private Choice.Format format = Choice.Format.TEXT;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Directory for the page and the tables. Default: "
                            + DEFAULT_DIRECTORY
                            + "; none with --format csv or json.")
    private Optional<Path> out = Optional.empty();

    @Spec private @Nullable CommandSpec spec;

    BranchesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Device chosen = device.device();
        Oscillator oscillator = Oscillator.of(chosen);
        Voltages typed = Voltages.parseRange(voltages);
        List<Double> range = typed.relativeTo(chosen);
        Optional<OutputDirectory> directory = directory();
        List<BranchDiagram> diagrams = new ArrayList<>();
        for (boolean torque : selfTorque.settings()) {
            diagrams.add(
                    BranchDiagram.of(
                            new DrivenOscillator(oscillator, form, torque),
                            range.get(0),
                            range.get(1)));
        }
        List<Check> checks =
                directory.isPresent() && chosen.equals(Device.PAPER)
                        ? RangeChecks.of(form)
                        : List.of();
        BranchReport report =
                new BranchReport(
                        diagrams,
                        checks,
                        ThisRun.provenance(TypedCommand.of(Objects.requireNonNull(spec))));
        List<Path> files = directory.isPresent() ? write(directory.get(), report) : List.of();
        console.print(result ->
                result.append(
                        switch (format) {
                            case TEXT -> text(diagrams, chosen) + lines(files);
                            case CSV -> BranchTable.csv(diagrams);
                            case JSON -> BranchTable.json(diagrams);
                        }));
        MissingBranches.of(diagrams).forEach(console::note);
        console.noteDoubts(chosen, typed.doubt(chosen));
        if (diagrams.stream().anyMatch(diagram -> !diagram.unfinished().isEmpty())) {
            return ExitStatus.RUN_FAILED;
        }
        return report.passed() ? ExitStatus.DONE : ExitStatus.CHECK_FAILED;
    }

    /** Where to write, after a look at whether that can be done. */
    private Optional<OutputDirectory> directory() {
        if (out.isEmpty() && format != Choice.Format.TEXT) {
            return Optional.empty();
        }
        OutputDirectory directory =
                OutputDirectory.of("--out", out.orElse(Path.of(DEFAULT_DIRECTORY)));
        for (String file :
                List.of(BranchReport.HTML_NAME, BranchReport.CSV_NAME, BranchReport.JSON_NAME)) {
            directory.requireWritable("--out", file);
        }
        return Optional.of(directory);
    }

    private static List<Path> write(OutputDirectory directory, BranchReport report)
            throws IOException {
        String html = report.html();
        String csv = report.csv();
        String json = report.json();
        return List.of(
                directory.write(BranchReport.HTML_NAME, text -> text.append(html)),
                directory.write(BranchReport.CSV_NAME, text -> text.append(csv)),
                directory.write(BranchReport.JSON_NAME, text -> text.append(json)));
    }

    private static String lines(List<Path> files) {
        return files.stream().map(file -> file + "\n").collect(Collectors.joining());
    }

    private static String text(List<BranchDiagram> diagrams, Device device) {
        boolean si = device.units() instanceof Units.Si;
        TextColumns columns = new TextColumns();
        List<String> head = new ArrayList<>(List.of("torque", "states", "point"));
        if (si) {
            head.add("V");
        }
        head.addAll(List.of("V/V_c", si ? "GHz" : "w/w_0", "power"));
        columns.add(head);
        for (BranchDiagram diagram : diagrams) {
            DerivedNumbers numbers = DerivedNumbers.of(diagram.driven().oscillator());
            for (Branch branch : diagram.branches()) {
                for (BranchPoint point : branch.bifurcations()) {
                    List<String> row = new ArrayList<>();
                    row.add(diagram.driven().selfTorque() ? "on" : "off");
                    row.add(branch.regime().id());
                    row.add(point.bifurcation().orElseThrow().id());
                    row.addAll(si ? inSi(point, numbers) : relative(point));
                    row.add(decimals(point.power()));
                    columns.add(row);
                }
            }
        }
        return columns.text();
    }

    private static List<String> relative(BranchPoint point) {
        return List.of(
                decimals(point.voltage()),
                OptionalText.of(point.frequency(), BranchesCommand::decimals));
    }

    private static List<String> inSi(BranchPoint point, DerivedNumbers numbers) {
        return List.of(
                OptionalText.of(numbers.volts(point.voltage()), BranchesCommand::decimals),
                decimals(point.voltage()),
                OptionalText.gigahertz(
                        numbers.hertz(point.frequency()), BranchesCommand::decimals));
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.8f", value);
    }
}
