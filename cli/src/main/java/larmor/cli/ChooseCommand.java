package larmor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import larmor.bench.choice.ChoiceReport;
import larmor.bench.choice.ChoiceText;
import larmor.bench.choice.Chooser;
import larmor.bench.choice.MachineProfile;
import larmor.bench.choice.Quantity;
import larmor.bench.choice.Question;
import larmor.bench.choice.Selection;
import larmor.bench.choice.Use;
import larmor.file.OutputDirectory;
import larmor.model.InvalidInput;
import larmor.sweep.SweepProtocol;
import larmor.validation.report.ThisRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The fastest solver on this machine. */
@Command(
        name = "choose",
        description =
                "Finds the fastest solver on this machine for an accuracy, says why, and keeps it"
                        + " in the machine profile. Errors are those of the paper's device.")
final class ChooseCommand implements Callable<Integer> {

    private static final String BUDGET = "--budget";
    private static final double DEFAULT_TIME = 1000;
    private static final double LEAST_BUDGET = 1;
    private static final double MOST_BUDGET = 86400;

    private final Console console;

    @Option(
            names = "--quantity",
            paramLabel = "end-state|frequency|power",
            converter = Choice.OfQuantity.class,
            defaultValue = "end-state",
            description =
                    "What has to be accurate. --solver auto uses an answer for the frequency in"
                            + " sweep and figure2, for the end state in simulate, for the power"
                            + " nowhere. Default: ${DEFAULT-VALUE}.")
    private Quantity quantity = Quantity.END_STATE;

    @Option(
            names = "--accuracy",
            paramLabel = "e",
            converter = DecimalNumber.class,
            defaultValue = Question.DEFAULT_ACCURACY_AS_TYPED,
            description = "Its largest error. Default: ${DEFAULT-VALUE}.")
    private double accuracy;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "64",
            description = "How many trajectories run at once. Default: ${DEFAULT-VALUE}.")
    private int batch;

    @Option(
            names = "--time",
            paramLabel = "T",
            converter = DecimalNumber.class,
            description =
                    "Time t' at the end. Default: 1000; for frequency and power that of a sweep.")
    private Optional<Double> time = Optional.empty();

    @Option(
            names = BUDGET,
            paramLabel = "SECONDS",
            converter = DecimalNumber.class,
            defaultValue = "60",
            description = "How long it may take, about. Default: ${DEFAULT-VALUE}.")
    private double budget;

    @Mixin private AnswerFormat format = new AnswerFormat();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Directory for a page with the Pareto front, and JSON.")
    private Optional<Path> out = Optional.empty();

    @Mixin private ThreadOption threads = new ThreadOption();
    @Mixin private ProfileOption profile = new ProfileOption();

    ChooseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (!(budget >= LEAST_BUDGET && budget <= MOST_BUDGET)) {
            throw new InvalidInput(
                    BUDGET,
                    "must be from " + LEAST_BUDGET + " to " + MOST_BUDGET + ", not " + budget);
        }
        Question question =
                new Question(
                        quantity,
                        accuracy,
                        batch,
                        time.orElse(
                                quantity.isObserved()
                                        ? SweepProtocol.PAPER_END_TIME
                                        : DEFAULT_TIME),
                        threads.threads());
        profile.requireWritable();
        ProfileOption.Found _ = profile.read();
        Optional<OutputDirectory> directory = out.map(path -> OutputDirectory.of("--out", path));
        directory.ifPresent(checked ->
                List.of(ChoiceReport.HTML_NAME, ChoiceReport.JSON_NAME)
                        .forEach(name -> checked.requireWritable("--out", name)));
        Selection selection =
                Chooser.choose(
                        question, Duration.ofMillis((long) (1000 * budget)), console::progress);
        console.progress("");
        ChoiceReport report = new ChoiceReport(selection, ThisRun.provenance(typed(question)));
        if (directory.isPresent()) {
            write(report, directory.get());
        }
        profile.keep(MachineProfile.Answer.of(selection))
                .ifPresent(why -> console.note(why + "; it is replaced"));
        console.note(kept(question));
        console.noteLanes();
        console.print(destination ->
                destination.append(format.isJson() ? report.json() : text(selection)));
        return ExitStatus.DONE;
    }

    private String kept(Question question) {
        String place = profile.path().toString();
        return switch (quantity) {
            case END_STATE ->
                    Use.ofOneTrajectory(question).isAnsweredBy(question)
                            ? "kept for simulate --solver auto in " + place
                            : "kept in "
                                    + place
                                    + "; simulate --solver auto asks for one trajectory: --batch 1";
            case FREQUENCY -> "kept for --solver auto of sweep and figure2 in " + place;
            case POWER ->
                    "kept in " + place + ", for who reads it: --solver auto asks for no power";
        };
    }

    private void write(ChoiceReport report, OutputDirectory directory) throws IOException {
        String html = report.html();
        String json = report.json();
        directory.write(ChoiceReport.JSON_NAME, text -> text.append(json));
        console.note(
                "the page: " + directory.write(ChoiceReport.HTML_NAME, text -> text.append(html)));
    }

    private static String typed(Question question) {
        return String.format(
                Locale.ROOT,
                "./larmor choose --quantity %s --accuracy %s --batch %d --time %s --threads %d",
                question.quantity().id(),
                question.accuracy(),
                question.batch(),
                question.time(),
                question.threads());
    }

    private static String text(Selection selection) {
        ChoiceText words = new ChoiceText(selection);
        TextColumns columns = new TextColumns();
        columns.add(List.of("fastest", words.answer()));
        columns.add(List.of("threads", String.valueOf(selection.fastest().threads())));
        columns.add(List.of("error", words.error()));
        columns.add(List.of("time", words.time()));
        columns.add(List.of("next", words.runnerUp()));
        String head = "why";
        for (String reason : words.reasons()) {
            columns.add(List.of(head, reason));
            head = "";
        }
        head = "others";
        for (String line : words.others()) {
            columns.add(List.of(head, line));
            head = "";
        }
        return columns.text();
    }
}
