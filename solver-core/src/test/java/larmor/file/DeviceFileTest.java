package larmor.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import larmor.model.Damping;
import larmor.model.DerivedNumbers;
import larmor.model.Device;
import larmor.model.InvalidInput;
import larmor.model.Oscillator;
import larmor.model.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceFileTest {

    private static final String SI =
            """
            [junction]
            g_parallel = 9e-3
            g_antiparallel = 4e-3
            g_right = 9e-3
            polarization = 0.4
            angular_torque = false
            [magnet]
            damping = 0.01
            field = 0.35
            anisotropy = [1, 0, 0]
            [si]
            saturation_magnetization = 8e5
            volume = 1.8e-23
            gyromagnetic_ratio = 1.76e11
            """;

    /** Both sides round at every operation, some twenty of them. */
    private static final double ROUNDING = 1e-14;

    @TempDir private Path folder;

    @Test
    void theDefaultIsThePaperDevice() {
        assertThat(DeviceFile.paper(List.of())).isEqualTo(Device.PAPER);
    }

    @Test
    void derivedNumbersOfAnSiDeviceAreThoseOfThePaperFormulasInSi() {
        // By GLD Sec. IV with 4πM → μ₀M_s and conductances in siemens, computed apart from Larmor.
        DerivedNumbers numbers = DerivedNumbers.of(Oscillator.of(DeviceFile.parse(SI, List.of())));
        assertThat(numbers.fmrHertz().orElseThrow() / 19.29239240161859e9)
                .isCloseTo(1, within(ROUNDING));
        assertThat(numbers.criticalVolts().orElseThrow() / 0.11938505187701759)
                .isCloseTo(1, within(ROUNDING));
        // 8e5 A/m times 4π × 1e-7 T·m/A, which is μ₀ to 1e-9.
        assertThat(numbers.saturationTesla()).hasValueCloseTo(0.32 * Math.PI, within(1e-9));
        assertThat(numbers.spinRatio() / 1.2889211104564135e-06).isCloseTo(1, within(ROUNDING));
        assertThat(numbers.intrinsicDamping() / 0.009982790626061373)
                .isCloseTo(1, within(ROUNDING));
        assertThat(numbers.criticalTorque() / 0.008481514380594883).isCloseTo(1, within(ROUNDING));
        assertThat(numbers.selfTorqueStrength() / 2.872825510588208e-4)
                .isCloseTo(1, within(ROUNDING));
        assertThat(numbers.tmrLeft()).hasValueCloseTo(1.25, within(ROUNDING));
        assertThat(numbers.tmrSeries()).hasValueCloseTo(0.625, within(ROUNDING));
        assertThat(numbers.leadPolarization()).isCloseTo(0.9615384615384616, within(ROUNDING));
    }

    @Test
    void derivedNumbersOfThePaperDeviceAreThoseQuoted() {
        DerivedNumbers numbers = DerivedNumbers.of(Oscillator.of(Device.PAPER));
        // The critical voltage is 1.42e-4 V for M_s = 8e5 A/m and κ = 1: here in its own unit.
        assertThat(numbers.criticalVoltage())
                .hasValueCloseTo(0.0085 * 0.24 / (0.175 * 0.12), within(ROUNDING));
        assertThat(numbers.criticalVolts()).isEmpty();
        assertThat(numbers.fmrHertz()).isEmpty();
        assertThat(numbers.tmrLeft()).hasValueCloseTo(1.4, within(ROUNDING));
        assertThat(numbers.tmrSeries()).hasValueCloseTo(0.7, within(ROUNDING));
        assertThat(numbers.intrinsicDamping())
                .isCloseTo(0.01 - 0.17 / (4 * Math.PI), within(ROUNDING));
    }

    @Test
    void criticalVoltageDoesNotExistWithoutSpinConductance() {
        Device device = DeviceFile.paper(List.of("junction.g_antiparallel=0.12"));
        DerivedNumbers numbers = DerivedNumbers.of(Oscillator.of(device));
        assertThat(numbers.criticalVoltage()).isEmpty();
        assertThat(new DeviceSummary(numbers).json())
                .contains("\"critical_voltage\" : null")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void switchesAreReadFromTheFile() {
        Device device = DeviceFile.parse(SI, List.of());
        assertThat(device.junction().angularDamping()).isTrue();
        assertThat(device.junction().angularTorque()).isFalse();
        assertThat(device.units()).isEqualTo(new Units.Si(8e5, 1.8e-23, 1.76e11));
    }

    @Test
    void settingsReplaceTheValuesOfTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("device.toml"), SI);
        Device device = DeviceFile.read(file, List.of("magnet.field=0.5", "si.volume = 1e-24"));
        assertThat(device.magnet().field()).isEqualTo(0.5);
        assertThat(device.units()).isEqualTo(new Units.Si(8e5, 1e-24, 1.76e11));
    }

    @Test
    void intrinsicDampingSetTakesThePlaceOfTheTotalDamping() {
        Device device = DeviceFile.paper(List.of("magnet.intrinsic_damping=0.02"));
        assertThat(device.magnet().damping()).isEqualTo(new Damping.Intrinsic(0.02));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "magnet.colour=1               | magnet.colour is not a key of a device",
                "magnet.fild=1 | magnet.fild is not a key of a device; did you mean magnet.field?",
                "junction=1                    | junction is not a key of a device",
                "magnet.field                  | --set must be KEY=VALUE, not magnet.field",
                "magnet.field=high             | magnet.field is not valid TOML",
                "magnet.field='0.3'            | magnet.field must be a number, not \"0.3\"",
                "magnet.field=nan              | magnet.field must be a finite number, not NaN",
                "magnet.field=1e999            | magnet.field must be a finite number",
                "magnet.anisotropy=1           | magnet.anisotropy must be a list of 3 numbers",
                "magnet.anisotropy=[1,0]       | magnet.anisotropy must be a list of 3 numbers",
                "magnet.anisotropy=[1,0,true]  | magnet.anisotropy[2] must be a number, not true",
                "junction.angular_damping=1    | junction.angular_damping must be true or false",
                "junction.polarization=1.5     | junction.polarization must be greater than 0",
                "si.volume=1e-24               | si.volume can be set only for a device file",
            })
    void aBadSettingIsNamed(String setting, String message) {
        assertThatThrownBy(() -> DeviceFile.paper(List.of(setting)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "g_right = 9e-3 | g_right = 9 e-3 | , line 4, g_right: a number has no unit",
                "field = 0.35 | field = 350mT | , line 9, field: a number has no unit",
                "field = 0.35 | field = 0,35 | , line 9, field: More data after value",
                "field = 0.35 | field: 0.35 | , line 9: Unknown token",
                "volume = 1.8e-23 | volume = 18 nm^3 | , line 13, volume: a number has no unit",
                "[si] | [si | , line 11: Newline not permitted here",
                "g_right = 9e-3 | g_right = 9e | , line 4, g_right: More data after value",
                "g_right = 9e-3 | g_right = 9e- | , line 4, g_right: More data after value",
                "g_right = 9e-3 | g_right = 9eV | , line 4, g_right: a number has no unit",
                "g_right = 9e-3 | !g_right = 9e-3 | , line 4: Unknown token",
                "g_right = 9e-3 | = 9e-3 | , line 4: Unexpected token",
                "[1, 0, 0] | [1, 0, 0 | , line 10, anisotropy: "
            })
    void aMistakeIsNamedByItsLineAndKey(String right, String wrong, String message)
            throws IOException {
        Path file = Files.writeString(folder.resolve("device.toml"), SI.replace(right, wrong));
        assertThatThrownBy(() -> DeviceFile.read(file, List.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("--device is not valid TOML in " + file + message);
    }

    @Test
    void aMistakeOfASettingShowsTheSetting() {
        assertThatThrownBy(() -> DeviceFile.paper(List.of("magnet.field=300mT")))
                .hasMessage(
                        "magnet.field is not valid TOML in --set magnet.field=300mT: a number has"
                                + " no unit");
    }

    @Test
    void aSettingCannotBringFurtherKeysIn() {
        assertThatThrownBy(() -> DeviceFile.paper(List.of("magnet.field=1\nother=2")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("magnet.field must have one value");
    }

    @Test
    void aKeySetTwiceIsRefused() {
        List<String> settings = List.of("magnet.field=1", "magnet.field=2");
        assertThatThrownBy(() -> DeviceFile.paper(settings))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("magnet.field is set twice");
    }

    @Test
    void bothDampingsAreRefused() {
        assertRefused(
                SI.replace("damping = 0.01", "damping = 0.01\nintrinsic_damping = 0.01"),
                "magnet.intrinsic_damping cannot stand beside magnet.damping");
    }

    @Test
    void spinRatioBesideSiIsRefused() {
        assertRefused(
                SI.replace("field = 0.35", "field = 0.35\nspin_ratio = 1"),
                "magnet.spin_ratio cannot stand beside [si]");
    }

    @Test
    void aMissingKeyIsNamed() {
        assertRefused(SI.replace("g_right = 9e-3", ""), "junction.g_right is missing");
    }

    @Test
    void anUnknownKeyIsNamed() {
        assertRefused("colour = 1\n" + SI, "colour is not a key of a device");
        assertRefused(SI + "mass = 1\n", "si.mass is not a key of a device");
        assertRefused(
                SI + "damping = 0.01\n",
                "si.damping is not a key of a device; did you mean magnet.damping?");
    }

    @Test
    void aRepeatedKeyIsRefused() {
        assertRefused(
                SI + "volume = 1\n", "--device is not valid TOML, line 15, volume: Duplicate key");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertRefused("[junction]\ng_right = " + "[".repeat(60_000), "--device is not valid TOML");
        assertRefused(
                "[junction]\ng_right = " + "{a=".repeat(20_000), "--device is not valid TOML");
        String deep = "g_right." + "b.".repeat(30_000) + "c = 1\n";
        assertRefused(
                SI.replace("g_right = 9e-3", deep),
                "junction.g_right must be a number, not a table");
        assertRefused(
                SI.replace("[1, 0, 0]", "[1, 0, {" + deep.strip() + "}]"),
                "magnet.anisotropy[2] must be a number, not a table");
    }

    @Test
    void aNumberWithoutEndIsRefused() {
        assertRefused(
                SI.replace("g_right = 9e-3", "g_right = " + "9".repeat(60_000)),
                "--device is not valid TOML");
        assertRefused(
                SI.replace("g_right = 9e-3", "g_right = 0." + "9".repeat(60_000)),
                "--device is not valid TOML");
    }

    @Test
    void aKeyThatATerminalWouldObeyIsNamedOnOneLine() {
        assertRefused("\"\\u001b]0;title\\u0007\\n\" = 1", " ]0;title   is not a key of a device");
    }

    @Test
    void aDateIsNoNumber() {
        assertRefused(
                SI.replace("g_right = 9e-3", "g_right = 1979-05-27"),
                "junction.g_right must be a number");
    }

    @Test
    void aFileBeyondTheSizeLimitIsRefused() throws IOException {
        Path file = folder.resolve("large.toml");
        Files.writeString(file, SI + "#" + "x".repeat(DeviceFile.MOST_BYTES));
        assertThatThrownBy(() -> DeviceFile.read(file, List.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("--device names a file of more than 65536 bytes");
    }

    @Test
    void aFileThatIsNotTextIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("binary.toml"), new byte[] {(byte) 0xff, 0});
        assertThatThrownBy(() -> DeviceFile.read(file, List.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("--device names a file that is not UTF-8 text");
    }

    private static void assertRefused(String toml, String message) {
        assertThatThrownBy(() -> DeviceFile.parse(toml, List.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(message);
    }
}
