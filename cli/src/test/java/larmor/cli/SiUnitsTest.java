package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/**
 * A device in SI units is answered in the units of the laboratory, and nothing is printed that is
 * no number.
 */
class SiUnitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "text"})
    void aVoltageBeyondAllVoltsHasNoNumberOfThem(String format) {
        CommandRun run =
                run(
                        "sweep --voltage 1,5e306 --time 100 --window 80 --set si.volume=1e-20"
                                + (" --device " + Nanopillar.FILE + " --format " + format));
        assertThat(run.status()).as("%s", run.err()).isEqualTo(3);
        assertThat(run.out()).doesNotContain("Infinity");
    }

    @Test
    void whereNoVoltageDrivesTheMagnetZeroHasNoNumberOfVolts() {
        String undriven =
                " --voltage 0 --device " + Nanopillar.FILE + " --set junction.g_antiparallel=9e-3";
        String simulate = "simulate --time 10" + undriven;
        assertThat(run(simulate).out()).contains("0.0 V_c\n", " s\n").doesNotContain("0.0 V\n");
        assertThat(new JsonMapper().readTree(run(simulate + " --format json").out()).get("volts"))
                .isEqualTo(NullNode.getInstance());
        String sweep = "sweep --time 100 --window 80 --solver rk4-simd" + undriven;
        assertThat(run(sweep).out()).containsPattern("(?m)^0\\.0,.*,,[^,]*,[^,]*$");
        assertThat(run(sweep + " --format text").out()).containsPattern("(?m)^-  ");
    }

    @Test
    void aNumberThatADoubleHoldsInVoltsOnlyIsPrintedInMillivoltsAllTheSame() {
        CommandRun run = run("device --set si.volume=3.3e283 --device " + Nanopillar.FILE);
        assertThat(run.status()).as("%s", run.err()).isZero();
        assertThat(run.out()).containsPattern("V_c +2\\.1887\\d+e308 +mV");
    }

    @Test
    void aDeviceInSiUnitsIsAnsweredInVoltsSecondsAndHertz() throws IOException {
        String device = " --device " + Nanopillar.FILE;
        List<String> lines =
                run("sweep --voltage 200mV --time 3000" + device).out().lines().toList();
        assertThat(lines.getFirst()).endsWith(",failure,volts,hertz,hertz_uncertainty");
        String[] row = lines.getLast().split(",", -1);
        // FMR frequency of the device from γ√(H₀(H₀+μ₀M_s)) by hand.
        double fmrHertz =
                1.76e11 / (2 * Math.PI) * Math.sqrt(0.35 * (0.35 + 8e5 * 1.25663706127e-6));
        double rounding = 1e-12;
        assertThat(Double.parseDouble(row[row.length - 3])).isCloseTo(0.2, within(rounding));
        assertThat(Double.parseDouble(row[row.length - 2]))
                .isCloseTo(Double.parseDouble(row[3]) * fmrHertz, withinPercentage(1e-9));
        assertThat(Double.parseDouble(row[row.length - 1]))
                .isCloseTo(Double.parseDouble(row[4]) * fmrHertz, withinPercentage(1e-9));
        JsonNode result =
                new JsonMapper()
                        .readTree(
                                run("simulate --voltage 20mV --time 10 --format json" + device)
                                        .out());
        assertThat(result.get("volts").doubleValue()).isCloseTo(0.02, within(rounding));
        assertThat(result.get("seconds").doubleValue())
                .isCloseTo(10 / (1.76e11 * 8e5 * 1.25663706127e-6), withinPercentage(1e-9));
    }

    @Test
    void aTimeBeyondAllSecondsHasNoNumberOfThem() {
        // The unit of time is 8e308 s.
        String simulate =
                "simulate --voltage 0.5 --time 100 --solver dop853 --device "
                        + Nanopillar.FILE
                        + " --set si.gyromagnetic_ratio=1e-283"
                        + " --set si.saturation_magnetization=1e-20"
                        + (" --set magnet.field=" + 0.35 * 1.25663706127e-26)
                        + " --format ";
        CommandRun json = run(simulate + "json");
        assertThat(json.status()).as("%s", json.err()).isZero();
        assertThat(new JsonMapper().readTree(json.out()).get("seconds"))
                .isEqualTo(NullNode.getInstance());
        assertThat(run(simulate + "text").out()).doesNotContain("Infinity", " s\n");
    }

    @Test
    void hundredsOfCriticalVoltagesMayHaveBeenMeantInMillivolts() {
        String device = " --device " + Nanopillar.FILE;
        for (String command : List.of("sweep --time 1000 --solver rk4-simd", "simulate --time 1")) {
            assertThat(run(command + " --voltage 130" + device).err())
                    .contains(
                            "note: --voltage without a unit is in V_c: 130 are 15.5201 V here;"
                                    + " 130mV would be millivolts");
            assertThat(run(command + " --voltage 130mV" + device).err()).doesNotContain("unit");
            assertThat(run(command + " --voltage 1.3" + device).err()).doesNotContain("unit");
        }
    }

    @Test
    void voltsAndTheirRatioToTheCriticalVoltageGiveTheSameRun() throws IOException {
        String device = " --device " + Nanopillar.FILE;
        JsonNode volts =
                new JsonMapper()
                        .readTree(
                                run("simulate --voltage 20mV --time 10 --format json" + device)
                                        .out());
        // 20 mV over V_c of the worked example in DeviceFileTest.
        assertThat(volts.get("voltage").doubleValue())
                .isCloseTo(0.16752516069266904, within(1e-15));
        for (String typed : List.of("20mV", "20000uV", "20000\u00b5V", "20000\u03bcV", "2e7nV")) {
            assertThat(run("simulate --time 10 --voltage " + typed + device).out())
                    .contains("0.02 V\n", " s\n");
        }
    }

    @Test
    void aDeviceWhoseNumbersAreInOtherUnitsGetsANoteForEachOfThem() {
        String device = "device --device " + Nanopillar.FILE;
        assertThat(run(device).err()).isEmpty();
        CommandRun doubtful =
                run(
                        device
                                + " --set si.gyromagnetic_ratio=2.8e10"
                                + " --set si.saturation_magnetization=800");
        assertThat(doubtful.status()).isZero();
        assertThat(doubtful.err())
                .isEqualTo(
                        """
                        note: si.saturation_magnetization = 800 A/m: usual is 30000 to 3e6; another unit?
                        note: si.gyromagnetic_ratio = 2.8e10 rad/(s T): usual is 5e10 to 5e11; another unit?
                        """);
    }

    @Test
    void aRunThatFailsIsFollowedByWhatMayBeInAnotherUnitAndARefusalByNothing() {
        String line = "simulate --time 100 --device " + Nanopillar.FILE + " --set magnet.field=300";
        CommandRun failed = run(line + " --voltage 1");
        assertThat(failed.status()).isEqualTo(3);
        assertThat(failed.err())
                .startsWith("larmor: the run failed: the step is too large")
                .endsWith("\nnote: magnet.field = 300 T: usual is 0 to 10; another unit?\n")
                .hasLineCount(2);
        assertThat(run(line + " --voltage 50").err())
                .contains("\nnote: --voltage without a unit is in V_c: 50 are ");
        CommandRun refused = run(line + " --voltage x");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).hasLineCount(1);
    }

    @Test
    void theCriticalVoltageInMillivoltsComesFirstAndIsTheOnlyOneOfItsName() {
        List<String> lines = run("device --device " + Nanopillar.FILE).out().lines().toList();
        assertThat(lines)
                .filteredOn(line -> line.startsWith("V_c"))
                .satisfiesExactly(
                        line -> assertThat(line).matches("V_c {2,}119.3850519 {2,}mV"),
                        line -> assertThat(line).startsWith("V_c, reduced "));
        // 8e5 A/m times 4π × 1e-7 T·m/A.
        assertThat(lines.getFirst()).matches("mu0 M_s {2,}1\\.0053096\\d* {2,}T");
        assertThat(run("device").out()).contains("V_c  ").doesNotContain("reduced", "mu0 M_s  ");
    }

    private static CommandRun run(String line) {
        return CommandRun.of(line.split(" "));
    }
}
