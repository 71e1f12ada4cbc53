package larmor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import larmor.bench.gate.BenchmarkJar;
import larmor.bench.gate.GateReport;
import larmor.bench.gate.GateResult;
import larmor.bench.gate.GateSettings;
import larmor.bench.gate.GateText;
import larmor.bench.gate.History;
import larmor.bench.gate.JmhLauncher;
import larmor.bench.gate.Pairing;
import larmor.file.OutputDirectory;
import larmor.validation.report.ThisRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The regression gate. */
@Command(
        name = "compare",
        description = "Proves that one JMH jar is not slower than another, or that it is.",
        footerHeading = "%n",
        footer = {
            "Exit status: 0 no slowdown beyond the margin is proved; 1 one is, or an answer has"
                    + " changed; 2 bad input, or a benchmark is gone; 3 the output could not be"
                    + " written; 4 nothing could be measured, or with --strict a benchmark stays"
                    + " open; 141 the reader of standard output has gone."
        })
final class CompareCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private GateOptions options = new GateOptions();

    @Option(names = "--base", paramLabel = "A.jar", required = true, description = "JMH jar.")
    private Path base = Path.of("");

    @Option(
            names = "--candidate",
            paramLabel = "B.jar",
            required = true,
            description = "JMH jar that may not be slower.")
    private Path candidate = Path.of("");

    @Option(
            names = "--margin",
            paramLabel = "M",
            converter = DecimalNumber.class,
            defaultValue = "" + GateSettings.DEFAULT_MARGIN,
            description =
                    "Slowdown that is tolerated. What is found for sure is about twice that."
                            + " Default: ${DEFAULT-VALUE}.")
    private double margin;

    @Option(names = "--strict", description = "Exit with 4 where a benchmark stays open.")
    private boolean strict;

    @Option(
            names = "--format",
            paramLabel = "text|json|markdown",
            converter = Choice.OfSummary.class,
            defaultValue = "text",
            description = "Default: ${DEFAULT-VALUE}.")
    private Choice.Summary format = Choice.Summary.TEXT;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Directory for a page, JSON with every launch, and Markdown.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = "CSV to which a line for each benchmark is added.")
    private Optional<Path> history = Optional.empty();

    @Spec private @Nullable CommandSpec spec;

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        GateSettings settings = options.settings(margin);
        Pairing pairing =
                Pairing.of(
                        BenchmarkJar.of("--base", base),
                        BenchmarkJar.of("--candidate", candidate),
                        options.include());
        Optional<OutputDirectory> directory = out.map(path -> OutputDirectory.of("--out", path));
        directory.ifPresent(checked ->
                List.of(GateReport.JSON_NAME, GateReport.MARKDOWN_NAME, GateReport.HTML_NAME)
                        .forEach(name -> checked.requireWritable("--out", name)));
        Optional<History> past = history.map(path -> History.of("--history", path));
        console.note(settings.cost(pairing.shared().size()).text());
        GateResult result;
        try (JmhLauncher launcher = new JmhLauncher(settings)) {
            result = console.run(pairing, settings, launcher);
        }
        GateReport report =
                new GateReport(
                        result, ThisRun.provenance(TypedCommand.of(Objects.requireNonNull(spec))));
        if (directory.isPresent()) {
            write(report, directory.get());
        }
        if (past.isPresent()) {
            past.get().append(result, report.provenance());
        }
        print(report);
        return status(result.conclusion());
    }

    private void print(GateReport report) throws IOException {
        console.print(destination ->
                destination.append(
                        switch (format) {
                            case TEXT -> GateTable.of(new GateText(report.result()));
                            case JSON -> report.json();
                            case MARKDOWN -> report.markdown();
                        }));
    }

    private void write(GateReport report, OutputDirectory directory) throws IOException {
        String json = report.json();
        String markdown = report.markdown();
        String html = report.html();
        directory.write(GateReport.JSON_NAME, text -> text.append(json));
        directory.write(GateReport.MARKDOWN_NAME, text -> text.append(markdown));
        console.note(
                "the page: " + directory.write(GateReport.HTML_NAME, text -> text.append(html)));
    }

    private int status(GateResult.Conclusion conclusion) {
        return switch (conclusion) {
            case PASSED -> ExitStatus.DONE;
            case OPEN -> strict ? ExitStatus.NOTHING_MEASURED : ExitStatus.DONE;
            case FAILED -> ExitStatus.CHECK_FAILED;
            case NOTHING -> ExitStatus.NOTHING_MEASURED;
        };
    }
}
