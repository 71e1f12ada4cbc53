package larmor.cli;

import java.util.Optional;
import larmor.bench.choice.Control;
import larmor.bench.choice.Fingerprint;
import larmor.bench.choice.MachineProfile;
import larmor.bench.choice.Quantity;
import larmor.bench.choice.Setting;
import larmor.model.Device;
import larmor.model.InvalidInput;
import larmor.model.Oscillator;
import larmor.sweep.SweepPlan;
import larmor.validation.report.ThisRun;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How {@code --solver auto} comes to a solver. */
final class AutoOptions {

    /** What is taken where nothing was measured, at the default step. */
    static final String FALLBACK = "rk4-simd";

    static final String ACCURACY = "--accuracy";
    private static final double DEFAULT_ACCURACY = 1e-6;

    @Option(
            names = ACCURACY,
            paramLabel = "e",
            converter = DecimalNumber.class,
            description =
                    "Error of the frequency that --solver auto may make. Default: "
                            + DEFAULT_ACCURACY
                            + ".")
    private Optional<Double> accuracy = Optional.empty();

    @Mixin private ProfileOption profile = new ProfileOption();

    /**
     * What was decided.
     *
     * @param setting the solver of the profile; empty for the fallback
     * @param note why, for the user
     */
    record Decision(Optional<Setting> setting, String note) {

        private static Decision fallback(String why) {
            return new Decision(Optional.empty(), "--solver auto is " + FALLBACK + " here: " + why);
        }
    }

    /**
     * Decides where the user has left the solver to Larmor, as if the user had typed it.
     *
     * @param sharded whether other machines run parts of the same sweep
     * @return empty where the user has decided
     * @throws InvalidInput if there is an accuracy all the same, or as {@link #decide} does
     */
    Optional<Decision> decide(SolverOptions options, SweepPlan plan, double time, boolean sharded) {
        if (!options.auto()) {
            if (accuracy.isPresent()) {
                throw new InvalidInput(ACCURACY, "is for --solver auto only");
            }
            return Optional.empty();
        }
        Decision decision = decide(plan.fastestPrecession(), plan.chains(), time, sharded);
        options.use(decision.setting());
        return Optional.of(decision);
    }

    /**
     * Looks into the profile for what observes frequencies best.
     *
     * @param fastestPrecession of the devices that are run
     * @param runs how many there are
     * @param time t' at their end
     * @throws InvalidInput if the accuracy is out of range, or the profile is none
     */
    private Decision decide(double fastestPrecession, long runs, double time, boolean sharded) {
        double wanted = accuracy.orElse(DEFAULT_ACCURACY);
        if (!(wanted > 0 && wanted < 1)) {
            throw new InvalidInput(ACCURACY, "must be between 0 and 1, not " + wanted);
        }
        if (sharded) {
            return Decision.fallback(
                    "parts of a sweep may run on different machines; name a solver for another");
        }
        Optional<MachineProfile> known = profile.read();
        if (known.isEmpty()) {
            return Decision.fallback("this machine has no profile; larmor choose makes one");
        }
        Optional<String> stale =
                here().difference(known.get().machine())
                        .map(what -> "the profile is of another " + what);
        if (stale.isPresent()) {
            return Decision.fallback(stale.get() + "; larmor choose makes a new one");
        }
        return known.get()
                .answer(Quantity.FREQUENCY, wanted, runs, time)
                .map(answer -> decision(answer, fastestPrecession))
                .orElseGet(() ->
                        Decision.fallback(
                                "the profile knows none; larmor choose --quantity frequency"
                                        + " --accuracy "
                                        + wanted
                                        + " finds one"));
    }

    private static Decision decision(MachineProfile.Answer answer, double fastestPrecession) {
        Setting setting = answer.setting();
        double paper = Oscillator.of(Device.PAPER).fastestPrecession();
        if (setting.control() == Control.STEP && fastestPrecession > paper) {
            // The error goes by the angle of a step.
            setting = setting.finer(paper / fastestPrecession);
        }
        return new Decision(
                Optional.of(setting),
                "--solver auto is "
                        + setting.typed()
                        + ", chosen for the frequency to "
                        + answer.question().accuracy()
                        + " in batches of "
                        + answer.question().batch());
    }

    /** What times depend on, here. */
    static Fingerprint here() {
        return Fingerprint.of(ThisRun.provenance(""), Version.number());
    }
}
