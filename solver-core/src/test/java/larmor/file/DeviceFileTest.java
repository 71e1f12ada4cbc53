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
                "magnet.colour=1 | magnet.colour is not a key of a device; the keys of magnet are"
                        + " damping, intrinsic_damping, spin_ratio, field, anisotropy",
                "magnet.fild=1 | magnet.fild is not a key of a device; did you mean magnet.field?",
                "junction=1 | junction is not a key of a device; the keys of junction are"
                        + " g_parallel, g_antiparallel, g_right, polarization, angular_damping,"
                        + " angular_torque",
                "colour=1 | colour is not a key of a device; its tables are junction, magnet, si",
                "magnet.field                  | --set must be KEY=VALUE, not magnet.field",
                "magnet.field=high | magnet.field cannot be set: high is neither a number, such as"
                        + " 0.35 or 8e5, nor true or false",
                "magnet.field=300mT | magnet.field cannot be set: 300mT is not a number: numbers"
                        + " stand without a unit",
                "magnet.field=0,05 | magnet.field cannot be set: 0,05 is not a number: decimals"
                        + " take a point",
                "magnet.anisotropy=1,0,0 | magnet.anisotropy cannot be set: 1,0,0 is a list, which"
                        + " takes brackets, as in [1, 0, 0]",
                "magnet.anisotropy=[0,9,0,1,0] | magnet.anisotropy must be a list of 3 numbers, not"
                        + " a list of 5; decimals take a point",
                "magnet.field= | magnet.field cannot be set: there is no value behind the =",
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
                "g_right = 9e-3 | g_right = 9 e-3 | , line 4, g_right: 9 e-3 is neither a number,"
                        + " such as 0.35 or 8e5, nor true or false",
                "field = 0.35 | field = 350mT | , line 9, field: 350mT is not a number: numbers"
                        + " stand without a unit",
                "field = 0.35 | field = 350 mT # of the coil | , line 9, field: 350 mT is not a"
                        + " number: numbers stand without a unit",
                "field = 0.35 | field = 0,35 | , line 9, field: 0,35 is not a number: decimals take"
                        + " a point",
                "field = 0.35 | field = 0,35 T | , line 9, field: 0,35 T is not a number: decimals"
                        + " take a point",
                "field = 0.35 | field = .35 | , line 9, field: .35 is not a number: there is a"
                        + " digit before and after the point",
                "field = 0.35 | field = 5.e-2 | , line 9, field: 5.e-2 is not a number: there is a"
                        + " digit before and after the point",
                "field = 0.35 | field = | , line 9, field: there is no value behind the =",
                "field = 0.35 | field = 0.35 0.36 | , line 9, field: 0.35 0.36 is neither a number",
                "field = 0.35 | field = 00.35 | , line 9, field: 00.35 is neither a number",
                "field = 0.35 | field: 0.35 | , line 9: field: 0.35 is neither KEY = VALUE nor",
                "volume = 1.8e-23 | volume = 18 nm^3 | , line 13, volume: 18 nm^3 is not a number:"
                        + " numbers stand without a unit",
                "volume = 1.8e-23 | volume = 1.8e\u221223 | , line 13, volume: 1.8e\u221223 has a"
                        + " minus that is not the plain one, -",
                "8e5 | 0.8*10^6 | , line 12, saturation_magnetization: 0.8*10^6 has a power of ten,"
                        + " which is written as in 8e5",
                "8e5 | 0.8 \u00d7 10\u2076 | , line 12, saturation_magnetization: 0.8 \u00d7"
                        + " 10\u2076 has a power of ten, which is written as in 8e5",
                "[si] | [si | , line 11: [si is neither KEY = VALUE nor [TABLE]",
                "g_right = 9e-3 | g_right = 9e | , line 4, g_right: 9e is neither a number",
                "g_right = 9e-3 | g_right = 9d-3 | , line 4, g_right: 9d-3 is neither a number",
                "g_right = 9e-3 | g_right = 9eV | , line 4, g_right: 9eV is not a number: numbers"
                        + " stand without a unit",
                "g_right = 9e-3 | g_right = yes | , line 4, g_right: yes is neither a number, such"
                        + " as 0.35 or 8e5, nor true or false",
                "g_right = 9e-3 | !g_right = 9e-3 | , line 4: !g_right cannot be a key",
                "g_right = 9e-3 | = 9e-3 | , line 4: there is no key before the =",
                "[1, 0, 0] | [1, 0, 0 | , line 10, anisotropy: [1, 0, 0 is not a list of numbers,",
                "[1, 0, 0] | [1; 0; 0] | , line 10, anisotropy: [1; 0; 0] is not a list of numbers,",
                "[1, 0, 0] | [1 0 0] | , line 10, anisotropy: [1 0 0] is not a list of numbers,",
                "[1, 0, 0] | 1, 0, 0 | , line 10, anisotropy: 1, 0, 0 is a list, which takes"
                        + " brackets, as in [1, 0, 0]",
                "[1, 0, 0] | [1, 0, \u22120.1] | , line 10, anisotropy: [1, 0, \u22120.1] has a"
                        + " minus",
                "[1, 0, 0] | [1, 0, .1] | , line 10, anisotropy: [1, 0, .1] is not a list of"
                        + " numbers, such as [1, 0, 0]",
                "[1, 0, 0] | [1 T, 0, 0] | , line 10, anisotropy: [1 T, 0, 0] is not a list of"
                        + " numbers, such as [1, 0, 0]",
                "field = 0.35 | field == 0.35 | , line 9, field: = 0.35 is neither a number",
                "field = 0.35 | field = 0.35 = 4 | , line 9, field: 0.35 = 4 is neither a number",
                "field = 0.35 | field = 3 T # B = 4 | , line 9, field: 3 T is not a number",
                "g_right = 9e-3 | = # B = 4 | , line 4: there is no key before the =",
                "9e-3 | \"#\" 3 # B = 4 | , line 2, g_parallel: More data after value has already"
                        + " ended. Invalid value preceding this position?: \"#\" 3",
                "9e-3 | \"9e-3 # B | , line 2, g_parallel: Newline not permitted here: \"9e-3 # B",
                "9e-3 | \"9e-3 | , line 2, g_parallel: Newline not permitted here: \"9e-3",
                "[junction] | magnet = {field = 1 T, damping = 1} | , line 1, field: 1 T is not a"
                        + " number: numbers stand without a unit",
                "[junction] | magnet = {field = 1 2, damping = 1} | , line 1, field: 1 2 is neither"
                        + " a number"
            })
    void aMistakeIsNamedByItsLineAndKey(String right, String wrong, String message)
            throws IOException {
        Path file = Files.writeString(folder.resolve("device.toml"), SI.replace(right, wrong));
        assertThatThrownBy(() -> DeviceFile.read(file, List.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("--device is not valid TOML in " + file + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1.0,; 0,0; 0.0;] | 12, anisotropy: [1.0, 0,0 0.0",
                "[ # of the film, = x; 1,; 0, # [y]; 0 T;] | 13, anisotropy: [ 1, 0, 0 T",
                "[1,; 0, \u22121,; 0] | 11, anisotropy: [1, 0, \u22121, has a minus",
                "[1, 0, | 11, anisotropy: [1, 0, [si]",
                "[1, 0,; field = 3] | 11, anisotropy: [1, 0, field = 3]",
                "[1,; 0,; 0];none | 13: none is neither KEY = VALUE nor [TABLE]",
                "1;none | 11: none is neither KEY = VALUE nor [TABLE]",
            })
    void aMistakeInAListOverSeveralLinesIsThatOfItsKey(String list, String message) {
        assertRefused(
                SI.replace("[1, 0, 0]", list.replace(';', '\n')),
                "--device is not valid TOML, line " + message);
    }

    @Test
    void aLongMistakeIsShownByItsBeginning() {
        assertThatThrownBy(() -> DeviceFile.paper(List.of("magnet.field=" + "9".repeat(900) + "e")))
                .hasMessage(
                        "magnet.field cannot be set: "
                                + "9".repeat(60)
                                + "... is neither a number, such as 0.35 or 8e5, nor true or false");
    }

    @Test
    void aMistakeThatATerminalWouldObeyIsShownOnOneLine() {
        assertRefused(
                SI.replace("0.35", "0,35\u202e\u2028T"),
                "--device is not valid TOML, line 9, field: 0,35  T is not a number: decimals take"
                        + " a point");
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
        assertRefused(
                "colour = 1\n" + SI,
                "colour is not a key of a device; its tables are junction, magnet, si");
        assertRefused(
                SI + "[lead]\nmass = 1\n",
                "lead.mass is not a key of a device; its tables are junction, magnet, si");
        assertRefused(
                SI + "mass = 1\n",
                "si.mass is not a key of a device; the keys of si are saturation_magnetization,"
                        + " volume, gyromagnetic_ratio");
        assertRefused(
                SI + "damping = 0.01\n",
                "si.damping is not a key of a device; did you mean magnet.damping?");
    }

    @Test
    void aRepeatedKeyIsRefused() {
        assertRefused(
                SI + "volume = 1\n", "--device is not valid TOML, line 15, volume: Duplicate key");
        assertRefused(
                SI.replace("damping = 0.01", "field = 0.4 # B = 4"),
                "--device is not valid TOML, line 9, field: Duplicate key");
        assertRefused(
                SI.replace("field = 0.35", "field = 0.35\nfield = 0.4 # B = 4"),
                "--device is not valid TOML, line 10, field: Duplicate key");
        assertRefused(SI + "[si]\n", "--device is not valid TOML, line 15: Table redefined");
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
