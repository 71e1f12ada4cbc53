package larmor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import larmor.bench.choice.Control;
import larmor.bench.choice.Fingerprint;
import larmor.bench.choice.MachineProfile;
import larmor.bench.choice.Quantity;
import larmor.bench.choice.Question;
import larmor.bench.choice.RankInterval;
import larmor.bench.choice.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code --solver auto} takes the solver of the machine profile, and says what it has taken. */
class AutoSolverTest {

    private static final String SWEEP = "sweep --voltage 1.2,1.6 --time 500 --window 200";

    private static final Setting VERNER = new Setting("verner9-simd", Control.STEP, 0.3);

    /** Not far from the two runs of the sweep. */
    private static final int BATCH = 8;

    @TempDir private Path folder;

    private static MachineProfile.Answer answer(Question question, Setting setting) {
        return new MachineProfile.Answer(
                question, setting, 1, 5e-7, new RankInterval(1e-5, 2e-5, 3e-5));
    }

    private static String json(Fingerprint machine, Setting setting) {
        return new MachineProfile(
                        machine,
                        List.of(
                                answer(
                                        new Question(Quantity.FREQUENCY, 1e-6, BATCH, 5e4, 2),
                                        setting)))
                .json();
    }

    private void keep(Fingerprint machine, Setting setting) throws IOException {
        Files.writeString(folder.resolve("profile.json"), json(machine, setting));
    }

    private void keepHere(Question question, Setting setting) throws IOException {
        Files.writeString(
                folder.resolve("profile.json"),
                new MachineProfile(ProfileOption.here(), List.of(answer(question, setting)))
                        .json());
    }

    private void keepHere(Setting setting) throws IOException {
        keep(ProfileOption.here(), setting);
    }

    private CommandRun run(String line) {
        return runAsItIs(line + " --profile " + folder.resolve("profile.json"));
    }

    private static CommandRun runAsItIs(String line) {
        return CommandRun.of(line.split(" "));
    }

    @Test
    void theTableNamesTheSolverAndItsRowsAreThoseOfThatSolver() throws IOException {
        keepHere(VERNER);
        CommandRun auto = run(SWEEP);
        CommandRun named = runAsItIs(SWEEP + " --solver verner9-simd --step 0.3");
        assertThat(auto.err())
                .contains(
                        """
                        note: --solver auto is verner9-simd --step 0.3
                        note: chosen for the frequency to 1e-6, in batches of 8 to t' = 50000
                        """);
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
        keepHere(new Setting("dop853-simd", Control.TOLERANCE, 1e-9));
        assertThat(run(SWEEP).out()).startsWith("voltage,").contains(",solver,tolerance\n");
    }

    @Test
    void aStepIsShorterWhereTheDevicePrecessesFaster() throws IOException {
        keepHere(VERNER);
        // h₀ = 1 instead of 0.35: the bound of the precession rises from 1.38 to 2.01.
        assertThat(run(SWEEP + " --field 1").err()).contains("verner9-simd --step 0.2");
    }

    @Test
    void withoutAProfileItIsTheDefaultAndSaysSo() {
        CommandRun auto = run(SWEEP + " --threads 2");
        assertThat(auto.err())
                .startsWith(
                        """
                        note: --solver auto is rk4-simd: this machine has no profile; try
                        note: ./larmor choose --quantity frequency --batch 2 --threads 2
                        note: rk4-simd errs by less than 2e-6 in frequency
                        note: at 998 of 1000 voltages of the paper's device
                        """);
        assertThat(auto.err().lines()).filteredOn(line -> line.contains("auto")).hasSize(1);
        // Of those before the run, which a newcomer sees first.
        assertThat(auto.err().lines().limit(4)).allMatch(line -> line.length() < 80);
        assertThat(auto.out()).isEqualTo(runAsItIs(SWEEP + " --solver rk4-simd").out());
    }

    @Test
    void beyondTheTimeThatChooseGoesToASolverHasToBeNamed() {
        String line = "simulate --voltage 1.5 --solver auto --time 2e6 --accuracy 1e-6";
        assertThat(run(line).err())
                .isEqualTo(
                        "larmor: --accuracy 1e-6 cannot be kept by --solver auto: "
                                + "./larmor choose answers up to --time 1e6 only;"
                                + " name a solver with --solver\n");
    }

    @Test
    void aStaleProfileIsNotUsedAndSaysWhatHasChanged() throws IOException {
        Fingerprint here = ProfileOption.here();
        keep(new Fingerprint(here.cpu(), "another JDK", here.lanes(), here.version()), VERNER);
        assertThat(run(SWEEP).err())
                .contains("--solver auto is rk4-simd: ")
                .contains("JDK (another JDK)");
    }

    private static void assertAccuracyIsRefused(CommandRun run, String why) {
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("larmor: --accuracy ").contains(why);
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void anAccuracyThatWasTypedIsMetOrRefused() throws IOException {
        String line = SWEEP + " --threads 3 --accuracy ";
        String choose =
                "./larmor choose --quantity frequency --accuracy 1e-8 --batch 2 --threads 3";
        assertAccuracyIsRefused(run(line + "1e-8"), choose);
        Fingerprint here = ProfileOption.here();
        keep(new Fingerprint("another", here.jdk(), here.lanes(), here.version()), VERNER);
        assertAccuracyIsRefused(run(line + "1e-8"), choose);
        keepHere(VERNER);
        assertAccuracyIsRefused(run(line + "1e-8"), choose);
        assertAccuracyIsRefused(
                run(line + "1e-8"),
                "the profile has no answer for 1e-8, but one for 1e-6 (--accuracy 1e-6)");
        assertAccuracyIsRefused(
                run(line + "1e-3 --shard 1/2 --out " + folder.resolve("part")), "machines");
        CommandRun met = run(line + "1e-3");
        assertThat(met.status()).isZero();
        assertThat(met.err()).contains("verner9-simd");
    }

    @Test
    void anAnswerForMuchLargerBatchesIsNotTaken() throws IOException {
        keepHere(VERNER);
        assertThat(runAsItIs(SWEEP.replace("1.2,", "") + profile()).err()).contains("verner9-simd");
        keepHere(new Question(Quantity.FREQUENCY, 1e-6, 17, 5e4, 2), VERNER);
        assertThat(run(SWEEP).err()).contains("the profile has no answer for such runs");
    }

    /** Steps and a tolerance that the paper's window and threshold bear, but not these. */
    @ParameterizedTest
    @CsvSource({"verner9-simd,STEP,1.4", "rk4-simd,STEP,1", "dopri5-simd,TOLERANCE,1e-2"})
    void aSettingTooCoarseForTheSweepIsMadeFiner(String solver, Control control, double value)
            throws IOException {
        keepHere(new Setting(solver, control, value));
        CommandRun auto = run(SWEEP);
        assertThat(auto.status()).as(auto.err()).isZero();
        Matcher typed = Pattern.compile("auto is (\\S+ --\\w+ (\\S+))\n").matcher(auto.err());
        assertThat(typed.find()).as(auto.err()).isTrue();
        assertThat(Double.parseDouble(typed.group(2))).isLessThan(value);
        CommandRun named = runAsItIs(SWEEP + " --solver " + typed.group(1));
        assertThat(named.status()).as(named.err()).isZero();
        assertThat(auto.out().lines().toList().get(1))
                .startsWith(named.out().lines().toList().get(1));
    }

    @Test
    void theNoteComesBeforeTheRun() throws IOException {
        keepHere(VERNER);
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(both, true, UTF_8);
        int status = Larmor.execute((SWEEP + profile()).split(" "), stream, stream);
        assertThat(status).isZero();
        assertThat(both.toString(UTF_8)).startsWith("note: --solver auto is ");
    }

    private String profile() {
        return " --profile " + folder.resolve("profile.json");
    }

    @Test
    void aPageNamesTheSolverHoweverAutoWasSpelled() throws IOException {
        keepHere(VERNER);
        String profile = "--profile=" + folder.resolve("profile.json");
        for (String auto : List.of("--solver=auto --accuracy=1e-3", "--accuracy 1e-3", "")) {
            String line = (SWEEP + " " + auto).strip() + " " + profile + " --out " + folder + "/";
            assertThat(runAsItIs(line).status()).isZero();
            assertThat(Files.readString(folder.resolve("sweep.html")))
                    .contains(
                            "./larmor sweep --voltage 1.2,1.6 --time 500 --window 200 --out "
                                    + folder
                                    + "/ --solver verner9-simd --step 0.3<");
        }
    }

    /** Runs Fig. 2 and looks at how it says that it was made. */
    private List<String> figure2(String auto, String solver) throws IOException {
        CommandRun run = run("figure2 --self-torque on" + auto + " --out " + folder);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(Files.readString(folder.resolve("figure2.json")))
                .contains("\"./larmor figure2 --self-torque on --out " + folder + solver + "\"");
        return Files.readAllLines(folder.resolve("figure2.csv"));
    }

    @Test
    void figure2NamesTheSolverThatWasChosen() throws IOException {
        keepHere(new Question(Quantity.FREQUENCY, 1e-6, 66, 5e4, 2), VERNER);
        List<String> table = figure2("", " --solver verner9-simd --step 0.3");
        assertThat(table.getFirst()).endsWith(",failure,solver,step");
        assertThat(table.getLast()).endsWith(",verner9-simd,0.3");
    }

    @Test
    void figure2NamesTheDefaultSolverToReproduceIt() throws IOException {
        List<String> table = figure2(" --solver auto", " --solver rk4-simd");
        assertThat(table.getFirst()).endsWith(",failure");
    }

    @Test
    void aSingleRunTakesTheSolverOfTheEndState() throws IOException {
        String line = "simulate --voltage 1.5 --time 50 --format json --solver ";
        Files.writeString(
                folder.resolve("profile.json"),
                new MachineProfile(
                                ProfileOption.here(),
                                List.of(
                                        answer(
                                                new Question(Quantity.END_STATE, 1e-6, 1, 100, 1),
                                                new Setting("dop853", Control.TOLERANCE, 1e-9)),
                                        answer(
                                                new Question(Quantity.FREQUENCY, 1e-6, 1, 5e4, 1),
                                                VERNER)))
                        .json());
        CommandRun auto = run(line + "auto --accuracy 1e-5");
        assertThat(auto.err())
                .startsWith(
                        "note: --solver auto is dop853 --tolerance 1.0E-9\nnote: chosen for the end");
        assertThat(auto.out()).isEqualTo(runAsItIs(line + "dop853 --tolerance 1e-9").out());
        CommandRun longer = run(line.replace("50", "101") + "auto");
        assertThat(longer.err())
                .startsWith("note: --solver auto is rk4: ")
                .contains("note: ./larmor choose --quantity end-state --batch 1")
                .contains("--time 101.0\n");
        assertThat(longer.out()).isEqualTo(runAsItIs(line.replace("50", "101") + "rk4").out());
        assertAccuracyIsRefused(run(line + "auto --accuracy 1e-7"), "--quantity end-state");
    }

    @Test
    void aStepForASingleRunIsShorterWhereTheDevicePrecessesFaster() throws IOException {
        keepHere(new Question(Quantity.END_STATE, 1e-6, 1, 100, 1), VERNER);
        String line = "simulate --voltage 1.5 --time 50 --solver auto";
        assertThat(run(line).err()).contains("verner9-simd --step 0.3\n");
        assertThat(run(line + " --set magnet.field=1").err()).contains("verner9-simd --step 0.2");
    }

    @Test
    void whatIsNoProfileInTheDefaultPlaceIsNobodysFault() throws IOException {
        Path place = defaultPlace();
        Files.createDirectories(place.getParent());
        Files.writeString(place, "[broken");
        try {
            CommandRun run = runAsItIs(SWEEP);
            assertThat(run.status()).isZero();
            assertThat(run.err())
                    .contains("--solver auto is rk4-simd: ")
                    .contains("names no machine profile: " + place);
            ProfileOption option = new ProfileOption();
            MachineProfile.Answer answer =
                    answer(new Question(Quantity.POWER, 1e-6, BATCH, 5e4, 2), VERNER);
            assertThat(option.keep(answer))
                    .hasValueSatisfying(
                            why -> assertThat(why).contains("names no machine profile"));
            assertThat(MachineProfile.parse(Files.readString(place)).orElseThrow().answers())
                    .containsExactly(answer);
        } finally {
            Files.delete(place);
        }
    }

    private static Path defaultPlace() {
        return ProfileOption.defaultPath(null, System.getProperty("user.home"));
    }

    @Test
    void whatAnotherProcessHasKeptMeanwhileStays() throws IOException {
        ProfileOption option =
                CommandLine.populateCommand(
                        new ProfileOption(),
                        ProfileOption.FLAG,
                        folder.resolve("profile.json").toString());
        assertThat(option.read()).isInstanceOf(ProfileOption.Found.Nothing.class);
        keepHere(VERNER);
        assertThat(option.keep(answer(new Question(Quantity.POWER, 1e-6, BATCH, 5e4, 2), VERNER)))
                .isEmpty();
        assertThat(option.read())
                .isInstanceOfSatisfying(
                        ProfileOption.Found.Profile.class,
                        found ->
                                assertThat(found.profile().answers())
                                        .extracting(answer -> answer.question().quantity())
                                        .containsExactly(Quantity.FREQUENCY, Quantity.POWER));
    }

    @Test
    void theDefaultPlaceIsThatOfTheSpecification() {
        Path inHome = Path.of("/home/me/.local/state/larmor/machine-profile.json");
        assertThat(ProfileOption.defaultPath(null, "/home/me")).isEqualTo(inHome);
        assertThat(ProfileOption.defaultPath("", "/home/me")).isEqualTo(inHome);
        assertThat(ProfileOption.defaultPath("state", "/home/me")).isEqualTo(inHome);
        assertThat(ProfileOption.defaultPath("/state", "/home/me"))
                .isEqualTo(Path.of("/state/larmor/machine-profile.json"));
    }

    @Test
    void aProfileOfAnotherCommitIsStale() throws IOException {
        String before = System.getProperty("larmor.commit", "");
        try {
            System.setProperty("larmor.commit", "abc1234");
            keepHere(VERNER);
            System.setProperty("larmor.commit", "def5678");
            assertThat(run(SWEEP).err())
                    .contains("of another version of Larmor (")
                    .contains("abc1234");
        } finally {
            System.setProperty("larmor.commit", before);
        }
    }

    @Test
    void aStepThatIsGivenIsThatOfTheDefaultSolver() throws IOException {
        CommandRun given = runAsItIs(SWEEP + " --step 0.04");
        assertThat(given.err()).doesNotContain("auto");
        assertThat(given.out()).isEqualTo(runAsItIs(SWEEP + " --solver rk4 --step 0.04").out());
    }

    @Test
    void partsOfASweepDoNotDependOnTheMachine() throws IOException {
        keepHere(VERNER);
        CommandRun shard = run(SWEEP + " --shard 1/2 --out " + folder.resolve("part"));
        assertThat(shard.err()).contains("--solver auto is rk4-simd: ").contains("machines");
        assertThat(Files.readString(folder.resolve("part"))).contains("\"--solver\":\"rk4\"");
    }

    @Test
    void aSweepIsNotResumedWithAnotherSolver() throws IOException {
        String out = " --out " + folder.resolve("out.csv");
        keepHere(VERNER);
        assertThat(run(SWEEP + out + " --shard 1/1").status()).isZero();
        Files.move(folder.resolve("out.csv"), folder.resolve("out.csv.partial"));
        CommandRun resumed = run(SWEEP + out + " --resume");
        assertThat(resumed.status()).isEqualTo(2);
        assertThat(resumed.err()).contains("--solver rk4, not verner9");
    }
}
