package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import larmor.bench.choice.Control;
import larmor.bench.choice.Fingerprint;
import larmor.bench.choice.MachineProfile;
import larmor.bench.choice.Quantity;
import larmor.bench.choice.Question;
import larmor.bench.choice.RankInterval;
import larmor.bench.choice.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --solver auto} takes the solver of the machine profile, and says what it has taken. */
class AutoSolverTest {

    private static final String SWEEP = "sweep --voltage 1.2,1.6 --time 500 --window 200";

    @TempDir private Path folder;

    private void keep(Fingerprint machine, Setting setting) throws IOException {
        MachineProfile profile =
                new MachineProfile(
                        machine,
                        List.of(
                                new MachineProfile.Answer(
                                        new Question(Quantity.FREQUENCY, 1e-6, 64, 5e4, 2),
                                        setting,
                                        2,
                                        5e-7,
                                        new RankInterval(1e-5, 2e-5, 3e-5))));
        Files.writeString(folder.resolve("profile.json"), profile.json());
    }

    private CommandRun run(String line) {
        return CommandRun.of((line + " --profile " + folder.resolve("profile.json")).split(" "));
    }

    private static CommandRun runAsItIs(String line) {
        return CommandRun.of(line.split(" "));
    }

    @Test
    void theTableNamesTheSolverAndItsRowsAreThoseOfThatSolver() throws IOException {
        keep(AutoOptions.here(), new Setting("verner9-simd", Control.STEP, 0.3));
        CommandRun auto = run(SWEEP);
        CommandRun named = runAsItIs(SWEEP + " --solver verner9-simd --step 0.3");
        assertThat(auto.err()).contains("note: --solver auto is verner9-simd --step 0.3");
        List<String> expected = named.out().lines().toList();
        assertThat(auto.out().lines())
                .containsExactly(
                        expected.get(0) + ",solver,step",
                        expected.get(1) + ",verner9-simd,0.3",
                        expected.get(2) + ",verner9-simd,0.3");
        assertThat(named.err()).doesNotContain("auto");
    }

    @Test
    void aToleranceIsTakenToo() throws IOException {
        keep(AutoOptions.here(), new Setting("dop853-simd", Control.TOLERANCE, 1e-9));
        assertThat(run(SWEEP).out()).startsWith("voltage,").contains(",solver,tolerance\n");
    }

    @Test
    void aStepIsShorterWhereTheDevicePrecessesFaster() throws IOException {
        keep(AutoOptions.here(), new Setting("verner9-simd", Control.STEP, 0.3));
        // h₀ = 1 instead of 0.35: the bound of the precession rises from 1.38 to 2.01.
        assertThat(run(SWEEP + " --field 1").err()).contains("verner9-simd --step 0.2");
    }

    @Test
    void withoutAProfileItIsTheDefaultAndSaysSo() {
        CommandRun auto = run(SWEEP);
        assertThat(auto.err()).contains("--solver auto is rk4-simd here").contains("no profile");
        assertThat(auto.out()).isEqualTo(runAsItIs(SWEEP + " --solver rk4-simd").out());
    }

    @Test
    void aStaleProfileIsNotUsedAndSaysWhatHasChanged() throws IOException {
        Fingerprint here = AutoOptions.here();
        keep(
                new Fingerprint(here.cpu(), "another JDK", here.lanes(), here.version()),
                new Setting("verner9-simd", Control.STEP, 0.3));
        assertThat(run(SWEEP).err())
                .contains("--solver auto is rk4-simd here")
                .contains("JDK (another JDK)");
    }

    @Test
    void anAccuracyThatNobodyMeasuredIsNotGuessed() throws IOException {
        keep(AutoOptions.here(), new Setting("verner9-simd", Control.STEP, 0.3));
        assertThat(run(SWEEP + " --accuracy 1e-8").err())
                .contains("--solver auto is rk4-simd here")
                .contains("larmor choose --quantity frequency --accuracy 1.0E-8");
        assertThat(run(SWEEP + " --accuracy 1e-3").err()).contains("verner9-simd");
    }

    @Test
    void aStepThatIsGivenIsThatOfTheDefaultSolver() throws IOException {
        keep(AutoOptions.here(), new Setting("verner9-simd", Control.STEP, 0.3));
        CommandRun given = run(SWEEP + " --step 0.04");
        assertThat(given.err()).doesNotContain("auto");
        assertThat(given.out()).isEqualTo(runAsItIs(SWEEP + " --solver rk4 --step 0.04").out());
    }

    @Test
    void partsOfASweepDoNotDependOnTheMachine() throws IOException {
        keep(AutoOptions.here(), new Setting("verner9-simd", Control.STEP, 0.3));
        CommandRun shard = run(SWEEP + " --shard 1/2 --out " + folder.resolve("part"));
        assertThat(shard.err()).contains("--solver auto is rk4-simd here").contains("machines");
        assertThat(Files.readString(folder.resolve("part"))).contains("\"--solver\":\"rk4\"");
    }

    @Test
    void aSweepIsNotResumedWithAnotherSolver() throws IOException {
        String out = " --out " + folder.resolve("out.csv");
        keep(AutoOptions.here(), new Setting("verner9-simd", Control.STEP, 0.3));
        assertThat(run(SWEEP + out + " --shard 1/1").status()).isZero();
        Files.move(folder.resolve("out.csv"), folder.resolve("out.csv.partial"));
        CommandRun resumed = run(SWEEP + out + " --resume");
        assertThat(resumed.status()).isEqualTo(2);
        assertThat(resumed.err()).contains("--solver rk4, not verner9");
    }
}
