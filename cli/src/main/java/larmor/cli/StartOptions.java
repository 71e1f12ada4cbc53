package larmor.cli;

import java.util.Optional;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.sweep.InitialState;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepProtocol;
import picocli.CommandLine.Option;

/** Where the runs of a sweep start. */
final class StartOptions {

    private static final String SEED = "--seed";

    @Option(
            names = SEED,
            paramLabel = "S",
            description = "Whole number from which --initial random is drawn. Default: 1.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = InitialState.TILT,
            paramLabel = "d",
            converter = DecimalNumber.class,
            description =
                    "Largest angle to +z, in radians, of --initial random; with --direction, what a"
                            + " state at rest is tilted by before the next voltage. Default: 0.01.")
    private Optional<Double> tilt = Optional.empty();

    /**
     * The initial state of the runs of a plan.
     *
     * @throws InvalidInput naming the flag at fault
     */
    InitialState initial(RunOptions run, SweepPlan plan) {
        double angle = tilt.orElse(SweepProtocol.DEFAULT_TILT);
        if (run.startsAtRandom()) {
            return new InitialState.RandomTilt(seed.orElse(1L), angle);
        }
        requireRandom(SEED, seed.isPresent());
        requireRandom("--ensemble", plan.ensemble().isPresent());
        requireRandom(InitialState.TILT, tilt.isPresent() && plan.directions().isEmpty());
        Magnetization initial = run.initial();
        if (initial.x() == 0 && initial.y() == 0) {
            throw new InvalidInput(
                    "--initial", "must not lie along z: nothing would ever move it from there");
        }
        return new InitialState.Fixed(initial, angle);
    }

    private static void requireRandom(String flag, boolean given) {
        if (given) {
            throw new InvalidInput(flag, "is for --initial random: without it nothing is random");
        }
    }
}
