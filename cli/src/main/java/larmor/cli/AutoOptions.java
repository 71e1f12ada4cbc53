package larmor.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import larmor.bench.choice.Control;
import larmor.bench.choice.MachineProfile;
import larmor.bench.choice.Quantity;
import larmor.bench.choice.Question;
import larmor.bench.choice.Setting;
import larmor.bench.choice.Use;
import larmor.file.OutputFile;
import larmor.file.SweepTable;
import larmor.model.Device;
import larmor.model.InvalidInput;
import larmor.model.Oscillator;
import larmor.model.Rounded;
import larmor.sweep.Sweep;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepProtocol;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How {@code --solver auto} comes to a solver. */
final class AutoOptions {

    /** What a sweep takes where nothing was measured, at the default step. */
    static final String FALLBACK = "rk4-simd";

    static final String ACCURACY = "--accuracy";

    /** What helps where a profile cannot. */
    private static final String NAME_ONE = "name a solver with --solver";

    /**
     * What the frequency of {@link #FALLBACK} at its default step errs by, against {@code
     * verner9-simd --step 0.1}, for the paper's device at 1101 voltages from 0.8 to 3 V_c: more at
     * two of them, 1.7e-5 at most, within 0.002 V_c of where the in-plane precession ends.
     */
    private static final List<String> FALLBACK_ERROR =
            List.of(
                    FALLBACK + " errs by less than 2e-6 in frequency",
                    "at 998 of 1000 voltages of the paper's device");

    /** A setting that does not suit a sweep is made finer by this, at the cost of a quarter. */
    private static final double SHARE = 0.8;

    /** Down to a millionth: where that does not help, nothing does. */
    private static final int MOST_REFINEMENTS = 64;

    @Option(
            names = ACCURACY,
            paramLabel = "e",
            converter = DecimalNumber.class,
            description =
                    "Error that --solver auto may make, of the frequency, in simulate of the end"
                            + " state: one for which larmor choose has found a solver. Default: "
                            + Question.DEFAULT_ACCURACY_AS_TYPED
                            + " where it has, else that of the default solver.")
    private Optional<Double> accuracy = Optional.empty();

    @Mixin private ProfileOption profile = new ProfileOption();

    /**
     * What was decided.
     *
     * @param setting the solver of the profile; empty for the default one
     * @param typed what to type for the same
     * @param notes why, for the user, a line each
     */
    record Decision(Optional<Setting> setting, String typed, List<String> notes) {

        private static Decision taken(Setting setting, Question question) {
            return new Decision(
                    Optional.of(setting),
                    setting.typed(),
                    List.of(
                            "--solver auto is " + setting.typed(),
                            String.format(
                                    Locale.ROOT,
                                    "chosen for the %s to %s, in batches of %d to t' = %s",
                                    question.quantity().words(),
                                    Rounded.of(question.accuracy()),
                                    question.batch(),
                                    Rounded.of(question.time()))));
        }
    }

    /** What names the solver in a table; empty for one that the user knows. */
    static Optional<SweepTable.ChosenSolver> inTable(Optional<Decision> decision) {
        return decision.flatMap(Decision::setting)
                .map(setting ->
                        new SweepTable.ChosenSolver(
                                setting.solver(), setting.control().id(), setting.value()));
    }

    /** Says what was decided: before a run, because that may be long. */
    static void note(Optional<Decision> decision, Console console) {
        decision.ifPresent(made -> made.notes().forEach(console::note));
    }

    /**
     * What is done without an answer.
     *
     * @param solver its name, at the default step
     * @param error what is known of its error, a line each; empty where nothing is
     */
    private record Fallback(String solver, List<String> error) {

        Decision because(String why, String advice) {
            List<String> notes = new ArrayList<>();
            notes.add("--solver auto is " + solver + ": " + why);
            notes.add(advice);
            notes.addAll(error);
            return new Decision(Optional.empty(), solver, List.copyOf(notes));
        }
    }

    /** Makes a setting that suits what is run; empty if there is none. */
    private interface Fit {
        Optional<Setting> of(Setting setting);
    }

    /**
     * Decides where the user has left the solver of a sweep to Larmor, as if the user had typed it.
     *
     * @param sweeps the sweep of the plan with a solver
     * @param threads that it runs on
     * @param sharded whether other machines run parts of the same sweep
     * @return empty where the user has decided
     * @throws InvalidInput if there is an accuracy that cannot be kept, or a profile that is none,
     *     or one of them beside a solver
     */
    Optional<Decision> decide(
            SolverOptions options,
            SweepPlan plan,
            Function<Setting, Sweep> sweeps,
            int threads,
            boolean sharded) {
        if (!options.isAutoOrOpen()) {
            requireUnused();
            return Optional.empty();
        }
        Fallback fallback = new Fallback(FALLBACK, FALLBACK_ERROR);
        Sweep sweep =
                sweeps.apply(new Setting(FALLBACK, Control.STEP, SweepProtocol.defaultStep(plan)));
        SweepProtocol protocol = sweep.protocol();
        Use use =
                new Use(
                        Quantity.FREQUENCY,
                        wanted(),
                        sweep.runsAtOnce(threads),
                        protocol.endTime(),
                        threads);
        Decision decision =
                sharded
                        ? without(
                                fallback,
                                "parts of a sweep may run on different machines;",
                                NAME_ONE)
                        : decide(
                                use,
                                fallback,
                                setting ->
                                        fine(
                                                scaled(setting, plan.fastestPrecession()),
                                                protocol.window(),
                                                sweeps));
        options.use(decision.setting());
        return Optional.of(decision);
    }

    /**
     * Decides where the user has left the solver of a single run to Larmor.
     *
     * @param defaultSolver what is taken without an answer
     * @return empty where the user has decided
     * @throws InvalidInput as for a sweep
     */
    Optional<Decision> decide(
            SolverOptions options, Device device, double time, String defaultSolver) {
        if (!options.isAuto()) {
            requireUnused();
            return Optional.empty();
        }
        Decision decision =
                decide(
                        new Use(Quantity.END_STATE, wanted(), 1, time, 1),
                        new Fallback(defaultSolver, List.of()),
                        setting ->
                                Optional.of(scaled(setting, Oscillator.fastestPrecession(device))));
        options.use(decision.setting());
        return Optional.of(decision);
    }

    /**
     * Looks at whether a result would replace the profile.
     *
     * @param flag that of the result
     * @throws InvalidInput naming the flag if it would
     */
    void requireKept(String flag, Optional<OutputFile> out) throws IOException {
        if (profile.isNamed() && out.isPresent()) {
            out.get().requireOther(flag, profile.path());
        }
    }

    private void requireUnused() {
        if (accuracy.isPresent()) {
            throw new InvalidInput(ACCURACY, "is for --solver auto only");
        }
        if (profile.isNamed()) {
            throw new InvalidInput(ProfileOption.FLAG, "is for --solver auto only");
        }
    }

    private double wanted() {
        return accuracy.orElse(Question.DEFAULT_ACCURACY);
    }

    private Decision decide(Use use, Fallback fallback, Fit fit) {
        return switch (profile.read()) {
            case ProfileOption.Found.Nothing() ->
                    unanswered(fallback, "this machine has no profile", use);
            case ProfileOption.Found.Stale(String why) -> unanswered(fallback, why, use);
            case ProfileOption.Found.Profile(MachineProfile known) ->
                    known.answer(use)
                            .map(answer -> decide(answer, fallback, fit))
                            .orElseGet(() -> unanswered(fallback, withoutAnswer(known, use), use));
        };
    }

    private Decision decide(MachineProfile.Answer answer, Fallback fallback, Fit fit) {
        return fit.of(answer.setting())
                .map(setting -> Decision.taken(setting, answer.question()))
                .orElseGet(() ->
                        without(
                                fallback,
                                answer.setting().solver() + " suits this sweep at no setting;",
                                NAME_ONE));
    }

    private static String withoutAnswer(MachineProfile known, Use use) {
        return known.mostAccurate(use)
                .map(answer -> Rounded.up(answer.question().accuracy()))
                .map(other ->
                        "the profile has no answer for "
                                + Rounded.of(use.accuracy())
                                + ", but one for "
                                + other
                                + " (--accuracy "
                                + other
                                + ")")
                .orElse("the profile has no answer for such runs");
    }

    private Decision unanswered(Fallback fallback, String why, Use use) {
        return use.advice()
                .map(line -> without(fallback, why + "; try", line))
                .orElseGet(() ->
                        without(
                                fallback,
                                "./larmor choose answers up to --time "
                                        + Rounded.of(Question.MOST_TIME)
                                        + " only;",
                                NAME_ONE));
    }

    /** A wish that was typed is kept or refused, the default one is only a wish. */
    private Decision without(Fallback fallback, String why, String advice) {
        if (accuracy.isPresent()) {
            throw new InvalidInput(
                    ACCURACY,
                    Rounded.of(accuracy.get())
                            + " cannot be kept by --solver auto: "
                            + (why + " " + advice));
        }
        return fallback.because(why, advice);
    }

    /** The error goes by the angle of a step, and was measured for the paper's device. */
    private static Setting scaled(Setting setting, double fastestPrecession) {
        double share = Oscillator.fastestPrecession(Device.PAPER) / fastestPrecession;
        return setting.control() == Control.STEP && share < 1 ? setting.finer(share) : setting;
    }

    /** What holds enough samples and is not too coarse for the sweep. */
    private static Optional<Setting> fine(
            Setting chosen, double window, Function<Setting, Sweep> sweeps) {
        double longest = SweepProtocol.longestStep(window);
        boolean tooLong = chosen.control() == Control.STEP && chosen.value() > longest;
        return Stream.iterate(
                        tooLong ? chosen.finer(longest / chosen.value()) : chosen,
                        setting -> setting.finer(SHARE))
                .limit(MOST_REFINEMENTS)
                .filter(setting -> sweeps.apply(setting).tooCoarse().isEmpty())
                .findFirst();
    }
}
