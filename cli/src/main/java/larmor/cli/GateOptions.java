package larmor.cli;

import java.util.Optional;
import larmor.bench.gate.GateSettings;
import picocli.CommandLine.Option;

/** How launches are made and judged. */
final class GateOptions {

    @Option(
            names = "--alpha",
            paramLabel = "P",
            converter = DecimalNumber.class,
            defaultValue = "" + GateSettings.DEFAULT_ALPHA,
            description =
                    "Largest chance of a false FAIL, over all benchmarks. Default:"
                            + " ${DEFAULT-VALUE}.")
    private double alpha;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            description =
                    "Pairs of launches at the first look, an even number. Default: 12, or what the"
                            + " number of benchmarks needs.")
    private Optional<Integer> pairs = Optional.empty();

    @Option(
            names = "--max-pairs",
            paramLabel = "N",
            description = "Pairs of launches at the last look. Default: twice --pairs.")
    private Optional<Integer> maxPairs = Optional.empty();

    @Option(
            names = "--include",
            paramLabel = "REGEX",
            description =
                    "Only benchmarks whose name, followed by their parameters as in 'a.B.c size=8',"
                            + " contains this. Default: those that META-INF/larmor-gate.regex in the"
                            + " jar selects, or all.")
    private Optional<String> include = Optional.empty();

    @Option(
            names = "--warmup",
            paramLabel = "S",
            converter = DecimalNumber.class,
            defaultValue = "" + GateSettings.DEFAULT_WARMUP,
            description = "Seconds of warm-up in each launch. Default: ${DEFAULT-VALUE}.")
    private double warmup;

    @Option(
            names = "--time",
            paramLabel = "S",
            converter = DecimalNumber.class,
            defaultValue = "" + GateSettings.DEFAULT_TIME,
            description = "Seconds that are timed in each launch. Default: ${DEFAULT-VALUE}.")
    private double time;

    /** The settings for this margin. */
    GateSettings settings(double margin) {
        return new GateSettings(margin, alpha, pairs, maxPairs, warmup, time);
    }

    /** Which benchmarks. */
    Optional<String> include() {
        return include;
    }
}
