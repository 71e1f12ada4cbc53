package larmor.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import larmor.bench.gate.BenchmarkJar;
import larmor.bench.gate.Calibration;
import larmor.bench.gate.GateResult;
import larmor.bench.gate.GateSettings;
import larmor.bench.gate.JmhLauncher;
import larmor.bench.gate.Pairing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the gate can see on this machine. */
@Command(
        name = "calibrate",
        description = "Compares a JMH jar with itself and says which margin this machine supports.")
final class CalibrateCommand implements Callable<Integer> {

    private static final double PERCENT = 100;

    private final Console console;

    @Mixin private GateOptions options = new GateOptions();

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description = "JMH jar. Default: Larmor's own benchmarks.")
    private Optional<Path> jar = Optional.empty();

    CalibrateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        GateSettings settings = options.settings(GateSettings.DEFAULT_MARGIN);
        BenchmarkJar measured =
                jar.map(path -> BenchmarkJar.of("--jar", path))
                        .orElseGet(() ->
                                BenchmarkJar.onClassPath(System.getProperty("java.class.path")));
        Pairing pairing = Pairing.of(measured, measured, options.include());
        GateSettings whole = settings.withoutLooks(pairing.shared().size());
        console.note(whole.cost(pairing.shared().size()).text());
        GateResult result;
        try (JmhLauncher launcher = new JmhLauncher(whole)) {
            result = console.run(pairing, whole, launcher);
        }
        if (result.failure().isPresent()) {
            throw new NothingMeasured(result.failure().get());
        }
        if (result.voided().isPresent()) {
            throw new NothingMeasured(result.voided().get());
        }
        Calibration calibration = Calibration.of(result, settings);
        console.print(text -> text.append(table(calibration)));
        if (calibration.margin().isEmpty()) {
            throw new NothingMeasured("this machine supports no margin up to 50 % now");
        }
        double margin = calibration.margin().getAsDouble();
        console.out()
                .printf(
                        Locale.ROOT,
                        "this machine supports --margin %s: an unchanged benchmark passes and a"
                                + " slowdown%nof %.3g %% fails, each in at least 95 of 100"
                                + " comparisons%n",
                        margin,
                        2 * PERCENT * margin);
        return ExitStatus.DONE;
    }

    private static String table(Calibration calibration) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("noise", "margin", "benchmark"));
        for (Calibration.Benchmark one : calibration.benchmarks()) {
            rows.add(List.of(percent(one.noise()), percent(one.margin()), one.id().label()));
        }
        TextColumns columns = new TextColumns();
        rows.forEach(columns::add);
        return columns.text();
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent()
                ? String.format(Locale.ROOT, "%.2f %%", PERCENT * share.getAsDouble())
                : "none";
    }
}
