package larmor.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import larmor.file.OutputDirectory;
import larmor.model.InvalidInput;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Laboratory;
import larmor.validation.ladder.Sabotage;
import larmor.validation.report.Ladder;
import larmor.validation.report.ThisRun;
import larmor.validation.report.ValidationReport;
import larmor.validation.report.ValidationRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Every family of the ladder. The checks of Fig. 2 come with {@code report}, those of the range of
 * auto-oscillation with {@code branches}.
 */
@Command(
        name = "validate",
        description = "Checks solvers and physics against exact results, on one page.")
final class ValidateCommand implements Callable<Integer> {

    private static final List<String> FILES =
            List.of(
                    ValidationReport.HTML_NAME,
                    ValidationReport.JSON_NAME,
                    ValidationReport.MARKDOWN_NAME);

    private final Console console;

    @Mixin private ThreadOption threads = new ThreadOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "larmor-validation",
            description = "Directory to write to. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("");

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description = "One family of checks only; may be repeated.")
    private List<String> only = List.of();

    @Option(names = "--quick", description = "Fewer cases, shorter runs, the same limits.")
    private boolean quick;

    @Option(
            names = "--format",
            paramLabel = "text|json|markdown",
            converter = Choice.OfSummary.class,
            defaultValue = "text",
            description = "What standard output gets. Default: ${DEFAULT-VALUE}.")
    private Choice.Summary format = Choice.Summary.TEXT;

    @Option(
            names = "--no-timing",
            description = "Leave out how long things took: the files differ by the date only.")
    private boolean untimed;

    @Option(names = "--sabotage", paramLabel = "NAME", hidden = true)
    private Optional<String> sabotage = Optional.empty();

    ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OutputDirectory directory = OutputDirectory.of("--out", out);
        FILES.forEach(file -> directory.requireWritable("--out", file));
        List<CheckFamily> families = families();
        Optional<Sabotage> mistake = sabotage.map(ValidateCommand::mistake);
        Laboratory honest = Laboratory.honest(threads.threads());
        Laboratory laboratory = mistake.map(one -> one.tampering().apply(honest)).orElse(honest);
        Effort effort = quick ? Effort.QUICK : Effort.FULL;
        Consumer<String> progress = console::progress;
        ValidationRun run = ValidationRun.of(families, laboratory, effort, progress);
        if (effort == Effort.FULL && mistake.isEmpty()) {
            run = run.withSabotages(Ladder.sabotages(), honest, progress);
        }
        console.progress("");
        ValidationReport report =
                new ValidationReport(run, mistake, !untimed, ThisRun.provenance(command()));
        String html = report.html();
        String json = report.json();
        String markdown = report.markdown();
        Path page = directory.write(ValidationReport.HTML_NAME, text -> text.append(html));
        Path data = directory.write(ValidationReport.JSON_NAME, text -> text.append(json));
        Path summary =
                directory.write(ValidationReport.MARKDOWN_NAME, text -> text.append(markdown));
        switch (format) {
            case JSON -> console.out().print(json);
            case MARKDOWN -> console.out().print(markdown);
            case TEXT -> {
                console.printValidation(run);
                List.of(page, data, summary).forEach(console.out()::println);
            }
        }
        console.noteLanes();
        return run.passed() ? ExitStatus.DONE : ExitStatus.CHECK_FAILED;
    }

    private List<CheckFamily> families() {
        if (only.isEmpty()) {
            return Ladder.families();
        }
        return only.stream().distinct().map(ValidateCommand::family).toList();
    }

    private static CheckFamily family(String name) {
        return Ladder.family(name)
                .orElseThrow(() ->
                        unknown("--only", Ladder.families().stream().map(CheckFamily::name), name));
    }

    private static Sabotage mistake(String name) {
        return Ladder.sabotage(name)
                .orElseThrow(() ->
                        unknown(
                                "--sabotage",
                                Ladder.sabotages().stream().map(Sabotage::name),
                                name));
    }

    private static InvalidInput unknown(String flag, Stream<String> known, String name) {
        return new InvalidInput(
                flag,
                "must be one of " + known.collect(Collectors.joining(", ")) + ", not " + name);
    }

    /** What to type to get the page again; where it is written to does not matter. */
    private String command() {
        StringBuilder command = new StringBuilder("./larmor validate");
        only.forEach(name -> command.append(" --only ").append(name));
        command.append(quick ? " --quick" : "").append(untimed ? " --no-timing" : "");
        sabotage.ifPresent(name -> command.append(" --sabotage ").append(name));
        return command.toString();
    }
}
