package larmor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LarmorTest {

    /** Global error of RK4 at h = 0.01 after T = 100. */
    private static final double TRUNCATION = 1e-8;

    @TempDir private Path folder;

    @Test
    void aTrajectoryGoesToAFileWithTheBytesOfStandardOutput() {
        String simulate = "simulate --voltage 1.5 --time 20 --format csv --samples 5";
        Path file = folder.resolve("trajectory.csv");
        CommandRun run = run(simulate + " --out " + file);
        assertThat(run.status()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(file).hasContent(run(simulate).out());
    }

    @Test
    void whatIsNoNumberOfADeviceIsNamedRightly() {
        String device = "device --set junction.g_antiparallel=0";
        assertThat(run(device).out()).containsPattern("TMR, left +infinite");
        CommandRun none = run(device + " --set junction.g_parallel=0");
        assertThat(none.out())
                .containsPattern("V_c +infinite")
                .containsPattern("TMR, left +undefined")
                .containsPattern("TMR, series +undefined");
    }

    /** As somebody does who has the resistances of a junction. */
    @Test
    void aRefusalForTheDampingNamesTheConductanceThatIsNone() {
        CommandRun run =
                run(
                        "device --set junction.g_parallel=606 --set junction.g_antiparallel=1152"
                                + " --device "
                                + Nanopillar.FILE);
        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("magnet.damping must", "; junction.g_parallel = 606 S: usual is");
    }

    @Test
    void simulateEndsAtTheCertifiedStateAndWritesItsKeysInOrder() {
        CommandRun run =
                run(
                        "simulate --voltage 1.5 --time 100 --initial 0.01,0,1"
                                + " --solver rk4 --step 0.01 --format json");
        assertThat(run.status()).isEqualTo(0);
        JsonNode result = new JsonMapper().readTree(run.out());
        assertThat(result.propertyNames())
                .containsExactly(
                        "solver",
                        "form",
                        "self_torque",
                        "voltage",
                        "time",
                        "m",
                        "norm_error",
                        "steps",
                        "rejected",
                        "evaluations");
        JsonNode m = result.get("m");
        assertThat(m.get(0).doubleValue()).isCloseTo(0.01428310949693570, within(TRUNCATION));
        assertThat(m.get(1).doubleValue()).isCloseTo(-0.01093707912258627, within(TRUNCATION));
        assertThat(m.get(2).doubleValue()).isCloseTo(0.99983817344776592, within(TRUNCATION));
        assertThat(result.get("steps").longValue()).isEqualTo(10_000);
        assertThat(result.get("evaluations").longValue()).isEqualTo(40_000);
    }

    @Test
    void simulateWritesAsManySamplesAsAskedForWithBothEnds() {
        List<String> lines =
                run("simulate --voltage 1 --time 10 --format csv --samples 5")
                        .out()
                        .lines()
                        .toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.getFirst()).isEqualTo("time,mx,my,mz");
        assertThat(lines)
                .extracting(line -> line.substring(0, line.indexOf(',')))
                .containsExactly("time", "0.0", "2.5", "5.0", "7.5", "10.0");
    }

    @Test
    void theDevicesWarningsAreNotesOnStandardError() {
        CommandRun run = run("device");
        assertThat(run.status()).isEqualTo(0);
        assertThat(run.err().lines()).hasSize(2).allMatch(line -> line.startsWith("note: "));
    }

    @Test
    void aNumericalFailureIsOneLineWithTimeAndStateAndStatusThree() {
        CommandRun run = run("simulate --voltage 1.5 --time 1000 --step 100");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err())
                .startsWith("larmor: the run failed: the step is too large")
                .contains("after t' = 0.0, m = (0.00999");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dopri5            | --max-steps 100                    | limit",
                "dop853            | --max-steps 100                    | limit",
                "hipparchus-dop853 | --max-steps 100                    | limit",
                "dopri5            | --voltage 1e305 --set magnet.damping=1e3 | not finite",
                "dop853            | --voltage 1e305 --set magnet.damping=1e3 | not finite",
                "hipparchus-dopri5 | --voltage 1e20                     | smallest"
            })
    void everyFailureOfAnAdaptiveRunNamesItsTimeAndState(
            String solver, String settings, String reason) {
        String voltage = settings.contains("--voltage") ? "" : "--voltage 1.5 ";
        CommandRun run = run("simulate --time 1e6 --solver " + solver + " " + voltage + settings);
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains(reason, "after t' = ", "m = (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dopri5", "dopri5-simd", "dop853-simd"})
    void aSweepWhoseRunsReachTheirLimitOfStepsSaysSoInItsRows(String solver) {
        CommandRun run =
                run(
                        "sweep --voltage 1.2,1.6 --time 500 --window 100 --max-steps 20 --solver "
                                + solver);
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out().lines().skip(1))
                .hasSize(2)
                .allMatch(row -> row.endsWith("step-limit"));
    }

    @Test
    void theChargeOfTheMagnetIsFollowedWhereItsRcTimeIsGiven() {
        String simulate = "simulate --voltage 1.5 --time 30 --initial 0.6,0.2,0.7 --format json";
        JsonNode eliminated = new JsonMapper().readTree(run(simulate).out());
        double distance = 0;
        for (double time : new double[] {1e-2, 1e-3}) {
            CommandRun run = run(simulate + " --charge-relaxation-time " + time);
            assertThat(run.status()).isZero();
            JsonNode coupled = new JsonMapper().readTree(run.out());
            // u + (V_r/V_c) = v: what does not drop on the left drops on the right.
            assertThat(
                            coupled.get("left_voltage").doubleValue()
                                    + coupled.get("chemical_potential").doubleValue())
                    .isCloseTo(1.5, within(1e-15));
            double next =
                    Math.abs(
                            coupled.get("m").get(2).doubleValue()
                                    - eliminated.get("m").get(2).doubleValue());
            // The distance to the eliminated equation is proportional to the RC time.
            if (distance > 0) {
                assertThat(distance / next).isCloseTo(10, within(0.5));
            }
            distance = next;
        }
    }

    @Test
    void aSweepWithAFailedRunKeepsItsRowsAndSaysSoByItsStatus() {
        CommandRun run = run("sweep --voltage 1,90000 --time 100 --window 80");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out().lines()).hasSize(3);
        assertThat(run.out()).endsWith(",false,step-too-large\n").doesNotContain("NaN");
        assertThat(run.err()).contains("note: 1 of 2 runs failed");
    }

    @Test
    void aSweepWritesTheSameFileWhateverTheNumberOfThreads() throws IOException {
        String sweep =
                "sweep --voltage 1.2:1.6:0.2 --field 0.3,0.4 --self-torque both"
                        + " --time 500 --window 100";
        assertThat(run(sweep + " --threads 1 --out " + folder.resolve("a.csv")).status()).isZero();
        assertThat(run(sweep + " --threads 3 --out " + folder.resolve("b.csv")).status()).isZero();
        assertThat(folder.resolve("a.csv")).hasSameTextualContentAs(folder.resolve("b.csv"));
        assertThat(Files.readAllLines(folder.resolve("a.csv"))).hasSize(13);
    }

    @Test
    void aDecimalCommaIsToldWhereItMayBeAList() {
        String sweep = "sweep --time 1000 --solver rk4-simd --voltage ";
        for (String list : List.of("0,4", "-0,4", "1,1")) {
            assertThat(run(sweep + list).err())
                    .contains("note: " + list + " are two numbers: decimals take a point");
        }
        assertThat(run(sweep + "1,2 --field 0,4").err())
                .contains("note: 0,4 are two numbers: decimals take a point");
        for (String list : List.of("0,1,4", "1,2", "0.5,5", "08,09,10", "1,2 --field 0.3,0.4")) {
            assertThat(run(sweep + list).err()).doesNotContain("point");
        }
    }

    @Test
    void everyFormatOfASweepHasARowForEachRun() {
        String sweep = "sweep --voltage 1.5,1.6 --time 300 --window 100 --format ";
        assertThat(new JsonMapper().readTree(run(sweep + "json").out())).hasSize(2);
        assertThat(run(sweep + "csv").out().lines()).hasSize(3);
        assertThat(run(sweep + "text").out().lines()).hasSize(3);
    }

    @Test
    void aGridOfDeviceKeysHasAColumnForEachAndARowForEachCombination() {
        CommandRun run =
                run(
                        "sweep --voltage 1.1,1.2 --grid magnet.damping=0.01:0.03:0.01 --grid"
                                + " junction.angular_torque=true,false --time 300 --window 100");
        List<String> lines = run.out().lines().toList();
        assertThat(run.status()).isZero();
        assertThat(lines).hasSize(13).doesNotHaveDuplicates();
        assertThat(lines.getFirst())
                .startsWith("voltage,field,magnet.damping,junction.angular_torque,self_torque,");
        assertThat(lines.get(1)).startsWith("1.1,0.35,0.01,true,on,");
        assertThat(lines.get(12)).startsWith("1.2,0.35,0.03,false,on,");
    }

    @Test
    void aDeviceOfAGridThatMakesNoOscillatorIsARowAndStatusThree() {
        CommandRun run = run("sweep --voltage 1.1 --field -0.2,0.35 --time 300 --window 100");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).contains("1.1,-0.2,on,,,,,,false,invalid-device\n1.1,0.35,on,0.");
        assertThat(run.err()).contains("note: 1 of 2 runs failed");
    }

    @Test
    void membersOfAnEnsembleStartFromStatesOfTheirOwn() {
        String sweep =
                "sweep --voltage 0.9 --initial random --ensemble 3 --time 300 --window 100 --seed ";
        List<String> lines = run(sweep + "5").out().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst()).startsWith("voltage,field,self_torque,member,");
        assertThat(lines.subList(1, 4))
                .extracting(line -> line.substring(line.indexOf(",on,") + 6))
                .doesNotHaveDuplicates();
        assertThat(run(sweep + "5").out().lines()).isEqualTo(lines);
        assertThat(run(sweep + "6").out().lines()).doesNotContainAnyElementsOf(lines.subList(1, 4));
    }

    @Test
    void bothDirectionsOfAVoltageAreRowsOfTheirOwn() {
        List<String> lines =
                run("sweep --voltage 1.2,1.1 --direction both --time 300 --window 100")
                        .out()
                        .lines()
                        .toList();
        assertThat(lines)
                .extracting(line -> line.substring(0, 14))
                .containsExactly(
                        "voltage,field,",
                        "1.1,0.35,on,up",
                        "1.2,0.35,on,up",
                        "1.2,0.35,on,do",
                        "1.1,0.35,on,do");
    }

    @Test
    void branchesAreListedWithWhereTheyBeginTurnAndEndAndWrittenWhole() {
        Path out = folder.resolve("branches");
        CommandRun run =
                run(
                        "branches --voltage 0.8:1.2 --self-torque off"
                                + " --set junction.angular_damping=false --out "
                                + out);
        assertThat(run.status()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo("torque  states        point       V/V_c       w/w_0       power");
        assertThat(lines.get(1)).startsWith("off     in-plane      hopf        1.00000000");
        assertThat(lines.get(2)).startsWith("off     in-plane      fold        0.83551");
        assertThat(lines.get(3)).startsWith("off     in-plane      homoclinic  1.16046");
        assertThat(lines.subList(5, 8))
                .containsExactly(
                        out.resolve("branches.html").toString(),
                        out.resolve("branches.csv").toString(),
                        out.resolve("branches.json").toString());
        assertThat(out.resolve("branches.html"))
                .content()
                .contains("./larmor branches --voltage 0.8:1.2 --self-torque off --set");
        assertThat(run.err().lines()).allMatch(line -> line.startsWith("note: "));
    }

    @Test
    void branchesPrintTheirPointsWithoutWritingAFile() {
        String branches = "branches --voltage 1:1.1 --self-torque on --format ";
        CommandRun csv = run(branches + "csv");
        assertThat(csv.out())
                .startsWith("self_torque,branch,regime,voltage,")
                .doesNotContain("NaN");
        assertThat(new JsonMapper().readTree(run(branches + "json").out()))
                .hasSize((int) csv.out().lines().count() - 1);
        assertThat(Path.of("larmor-branches")).doesNotExist();
    }

    @Test
    void validateWritesItsPageAndPrintsWhatWasAskedFor(@TempDir Path folder) {
        String kernels = "validate --only kernels --quick --no-timing --out " + folder;
        CommandRun text = run(kernels);
        assertThat(text.status()).isZero();
        assertThat(text.out()).contains("checks passed", "validation.html");
        assertThat(folder)
                .isDirectoryContaining("glob:**/validation.html")
                .isDirectoryContaining("glob:**/validation.md");
        assertThat(folder.resolve("validation.json"))
                .hasContent(run(kernels + " --format json").out());
        assertThat(run(kernels + " --format markdown").out()).startsWith("## Validation: passed");
    }

    @Test
    void aSabotageIsSeenToFail(@TempDir Path folder) {
        CommandRun run =
                run("validate --only kernels --quick --sabotage tableau-rk4 --out " + folder);
        assertThat(run.status()).isEqualTo(ExitStatus.CHECK_FAILED);
        assertThat(run.out()).startsWith("kernels-rk4 failed");
        assertThat(folder.resolve("validation.html"))
                .content()
                .contains("Sabotage: tableau-rk4", "verdict failed");
        assertThat(run("validate --help").out()).doesNotContain("sabotage");
    }

    @Test
    void solversAreListed() {
        assertThat(run("solvers").out()).contains("rk4");
        assertThat(run("solvers --format csv").out())
                .startsWith("id,order,step,lanes,purpose\nrk4,");
        assertThat(new JsonMapper().readTree(run("solvers --format json").out()).get(0).get("id"))
                .hasToString("\"rk4\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "report ",
                "validate ",
                "simulate ",
                "sweep ",
                "merge ",
                "figure2 ",
                "branches ",
                "solvers ",
                "device ",
                "compare ",
                "calibrate ",
                "choose ",
                "benchmark ",
                "help "
            })
    void everyCommandHasHelpAndVersion(String command) {
        CommandRun help = run(command + "--help");
        assertThat(help.status()).isZero();
        assertThat(help.out()).startsWith("Usage: larmor " + command);
        assertThat(help.err()).isEmpty();
        assertThat(run(command + "--version").out())
                .matches("larmor \\d+\\.\\d+\\..*, commit \\S+\\R");
    }

    @Test
    void helpOfACommandIsWhatItSaysItself() {
        assertThat(run("help sweep")).isEqualTo(run("sweep --help"));
        assertThat(run("help")).isEqualTo(run("--help"));
    }

    @Test
    void theDefaultAccuracyIsShownAsItIsTyped() {
        assertThat(run("choose --help").out()).contains("Default: 1e-6.");
    }

    @Test
    void whatIsInTheFolderOfAPageIsReplacedByItsNameOnly() throws IOException {
        for (String command :
                List.of(
                        "branches --voltage 1:1.1 --self-torque on",
                        "sweep --voltage 1.2 --time 1000 --solver rk4-simd")) {
            Path out =
                    Files.createDirectory(
                            folder.resolve(command.substring(0, command.indexOf(' '))));
            Path mine = Files.writeString(out.resolve("notes.txt"), "mine");
            assertThat(run(command + " --out " + out).status()).isZero();
            List<Path> written = files(out);
            for (Path file : written) {
                Files.writeString(file, "old");
            }
            assertThat(run(command + " --out " + out).status()).isZero();
            assertThat(files(out)).isEqualTo(written).hasSizeGreaterThan(2);
            assertThat(written)
                    .allSatisfy(file ->
                            assertThat(Files.readString(file).equals("old"))
                                    .isEqualTo(file.equals(mine)));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void progressShowsNoSpeedThatNobodyKnowsYet() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console =
                new Console(
                        new PrintStream(OutputStream.nullOutputStream()),
                        new PrintStream(err),
                        true,
                        false);
        String line = "sweep --voltage 1.2 --time 1000 --solver rk4-simd";
        assertThat(Larmor.execute(line.split(" "), console)).isZero();
        assertThat(err.toString(UTF_8)).contains("sweep", "runs").doesNotContain("? runs");
    }

    @Test
    void standardOutputThatCannotBeWrittenIsStatusThree() {
        OutputStream full =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("no space left");
                    }
                };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status =
                Larmor.execute(
                        new String[] {"solvers"}, new PrintStream(full), new PrintStream(err));
        assertThat(status).isEqualTo(3);
        assertThat(err).hasToString("larmor: standard output could not be written\n");
    }

    private static CommandRun run(String line) {
        return CommandRun.of(line.split(" "));
    }
}
