package larmor.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import larmor.bench.BenchmarkSuite;
import larmor.file.OutputDirectory;
import larmor.validation.page.Block;
import larmor.validation.page.Page;
import larmor.validation.page.Paragraph;
import larmor.validation.page.Section;
import larmor.validation.page.Summary;
import larmor.validation.page.Table;
import larmor.validation.report.ThisRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The JMH suite. */
@Command(
        name = "benchmark",
        description =
                "Runs the JMH benchmarks; each checks its answer before and after it is timed.",
        footerHeading = "%n",
        footer = {
            "Exit status: 0 all were timed; 2 bad input; 3 one failed or its answer is wrong, and the"
                    + " times of the others are there, or the output could not be written; 4 none"
                    + " was timed; 141 the reader of standard output has gone."
        })
final class BenchmarkCommand implements Callable<Integer> {

    private static final String JSON_NAME = "benchmarks.json";
    private static final String HTML_NAME = "benchmarks.html";

    private final Console console;

    @Option(
            names = "--include",
            paramLabel = "REGEX",
            defaultValue = "",
            description =
                    "Benchmarks to run, such as LaneSteps. Default: all, with --quick LaneSteps and"
                            + " RightHandSide.")
    private String include = "";

    @Option(
            names = "--quick",
            description =
                    "One batch size, one form and short iterations: seconds for each benchmark"
                            + " instead of minutes.")
    private boolean quick;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description =
                    "Profiler of JMH: gc for allocation, perfnorm for hardware counters where the"
                            + " machine has them.")
    private Optional<String> profiler = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "larmor-benchmarks",
            description = "Directory for JMH's JSON and a page. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("");

    @Mixin private AnswerFormat format = new AnswerFormat();

    @Spec private @Nullable CommandSpec spec;

    BenchmarkCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OutputDirectory directory = OutputDirectory.of("--out", out);
        List.of(JSON_NAME, HTML_NAME).forEach(name -> directory.requireWritable("--out", name));
        BenchmarkSuite suite = new BenchmarkSuite(include, quick, profiler);
        console.note(suite.cost());
        BenchmarkSuite.Outcome outcome = suite.run(console::note);
        if (outcome.rows().isEmpty()) {
            throw new NothingMeasured(failure(outcome));
        }
        Page page = page(outcome);
        if (!outcome.same().isEmpty()) {
            console.note("of all: " + outcome.same());
        }
        String html = page.html();
        directory.write(JSON_NAME, text -> text.append(outcome.json()));
        console.note("the page: " + directory.write(HTML_NAME, text -> text.append(html)));
        console.print(destination ->
                destination.append(format.isJson() ? outcome.json() : text(outcome)));
        if (!outcome.failures().isEmpty()) {
            throw new RunFailed(failure(outcome));
        }
        return ExitStatus.DONE;
    }

    /** How the first one has failed, and how many have. */
    private static String failure(BenchmarkSuite.Outcome outcome) {
        int failed = outcome.failures().size();
        return outcome.failures().getFirst().words()
                + (failed == 1 ? "" : "; " + failed + " of " + count(outcome.count()) + " failed");
    }

    private static String count(int benchmarks) {
        return benchmarks + (benchmarks == 1 ? " benchmark" : " benchmarks");
    }

    private Page page(BenchmarkSuite.Outcome outcome) {
        List<Block> times = new ArrayList<>();
        if (!outcome.same().isEmpty()) {
            times.add(new Paragraph("In all rows " + outcome.same() + "."));
        }
        times.add(
                new Table(
                        "With JMH's error at 99.9 %; evaluation: of the right-hand side, in ns",
                        BenchmarkSuite.COLUMNS, outcome.rows()));
        if (!outcome.counters().isEmpty()) {
            times.add(
                    new Table(
                            "What the profiler counted",
                            BenchmarkSuite.COUNTER_COLUMNS,
                            outcome.counters()));
        }
        if (!outcome.failures().isEmpty()) {
            times.add(
                    new Table(
                            "Failed, and not timed",
                            List.of("benchmark", "reason"),
                            outcome.failures().stream()
                                    .map(failure -> List.of(failure.name(), failure.reason()))
                                    .toList()));
        }
        return new Page(
                "Benchmarks",
                "Times of one core, by the step or by the operation.",
                ThisRun.provenance(TypedCommand.of(Objects.requireNonNull(spec))),
                List.of(new Section("times", "Times", times)),
                Optional.of(
                        outcome.failures().isEmpty()
                                ? new Summary(
                                        Summary.State.PASSED,
                                        count(outcome.rows().size())
                                                + ", each held against its reference before and"
                                                + " after it was timed.")
                                : new Summary(Summary.State.FAILED, failure(outcome) + ".")));
    }

    private static String text(BenchmarkSuite.Outcome outcome) {
        String times = columns(BenchmarkSuite.COLUMNS, outcome.rows());
        return outcome.counters().isEmpty()
                ? times
                : times + "\n" + columns(BenchmarkSuite.COUNTER_COLUMNS, outcome.counters());
    }

    private static String columns(List<String> head, List<List<String>> rows) {
        TextColumns columns = new TextColumns();
        columns.add(head);
        rows.forEach(columns::add);
        return columns.text();
    }
}
