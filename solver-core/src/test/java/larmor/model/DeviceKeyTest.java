package larmor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeviceKeyTest {

    private static final Device SI =
            new Device(
                    Device.PAPER.junction(),
                    Device.PAPER.magnet(),
                    new Units.Si(8e5, 1e-24, 1.76e11));

    @ParameterizedTest
    @EnumSource
    void theValueThatIsSetIsReadBackAndNothingElseChanges(DeviceKey key) {
        Device device = key.isSi() ? SI : Device.PAPER;
        DeviceValue value =
                key.isSwitch() ? new DeviceValue.Switch(false) : new DeviceValue.Quantity(0.625);
        Device changed = key.set(device, value);
        assertThat(key.get(changed)).contains(value);
        assertThat(key.get(device)).isNotEqualTo(key.get(changed));
        for (DeviceKey other : DeviceKey.values()) {
            if (other != key && key.alternative().filter(other::equals).isEmpty()) {
                assertThat(other.get(changed)).isEqualTo(other.get(device));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyIsFoundByItsName(DeviceKey key) {
        assertThat(DeviceKey.of(key.id())).contains(key);
    }

    @Test
    void oneWayToGiveTheDampingReplacesTheOther() {
        Device device =
                DeviceKey.INTRINSIC_DAMPING.set(Device.PAPER, new DeviceValue.Quantity(0.02));
        assertThat(DeviceKey.DAMPING.get(device)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aValueOfTheWrongKindIsRefusedByTheNameOfItsKey(DeviceKey key) {
        DeviceValue wrong =
                key.isSwitch() ? new DeviceValue.Quantity(1) : new DeviceValue.Switch(true);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> key.set(key.isSi() ? SI : Device.PAPER, wrong))
                .withMessageStartingWith(key.id());
    }

    @Test
    void refusalOfTheWrongKindShowsTheValue() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> DeviceKey.FIELD.set(Device.PAPER, new DeviceValue.Switch(true)))
                .withMessage("magnet.field must be a number, not true");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        DeviceKey.ANGULAR_TORQUE.set(Device.PAPER, new DeviceValue.Quantity(0.1)))
                .withMessage("junction.angular_torque must be true or false, not 0.1");
    }

    @ParameterizedTest
    @EnumSource(names = {"ANGULAR_DAMPING", "ANGULAR_TORQUE"})
    void switchThatIsOffCanBeTurnedOn(DeviceKey key) {
        Device off = key.set(Device.PAPER, new DeviceValue.Switch(false));
        assertThat(key.set(off, new DeviceValue.Switch(true))).isEqualTo(Device.PAPER);
    }

    /** γ/2π; per oersted; nm³; cm³; emu/cm³; gauss; mA/m; ohms; oersteds; milliteslas. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GYROMAGNETIC_RATIO | 2.8e10 | = 2.8e10 rad/(s T): usual is 5e10 to 5e11",
                "GYROMAGNETIC_RATIO | 1.76e7 | = 1.76e7 rad/(s T): usual is 5e10 to 5e11",
                "VOLUME | 1.8e4 | = 18000 m^3: usual is 1e-27 to 1e-19",
                "VOLUME | 1.8e-17 | = 1.8e-17 m^3: usual is 1e-27 to 1e-19",
                "SATURATION_MAGNETIZATION | 800 | = 800 A/m: usual is 30000 to 3e6",
                "SATURATION_MAGNETIZATION | 24500 | = 24500 A/m: usual is 30000 to 3e6",
                "SATURATION_MAGNETIZATION | 8e8 | = 8e8 A/m: usual is 30000 to 3e6",
                "G_PARALLEL | 111 | = 111 S: usual is 1e-9 to 1",
                "G_ANTIPARALLEL | 250 | = 250 S: usual is 1e-9 to 1",
                "G_RIGHT | 111 | = 111 S: usual is 1e-9 to 100",
                "FIELD | 3500 | = 3500 T: usual is 0 to 10",
                "FIELD | -350 | = -350 T: usual is 0 to 10"
            })
    void aNumberInAnotherUnitIsDoubted(DeviceKey key, double value, String doubt) {
        Device device = key.set(SI, new DeviceValue.Quantity(value));
        assertThat(key.doubt(device)).contains(key.id() + " " + doubt + "; another unit?");
        for (DeviceKey other : DeviceKey.values()) {
            assertThat(other.doubt(device).isPresent()).as("%s", other).isEqualTo(other == key);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUsualIsNotDoubted(DeviceKey key) {
        assertThat(key.doubt(SI)).isEmpty();
    }

    @Test
    void nothingIsNoSlipOfAUnit() {
        DeviceValue nothing = new DeviceValue.Quantity(0);
        for (DeviceKey key : List.of(DeviceKey.G_ANTIPARALLEL, DeviceKey.FIELD)) {
            assertThat(key.doubt(key.set(SI, nothing))).isEmpty();
        }
    }

    @Test
    void aDeviceWithoutUnitsIsNotDoubted() {
        Device large = DeviceKey.G_RIGHT.set(Device.PAPER, new DeviceValue.Quantity(1e4));
        assertThat(DeviceKey.G_RIGHT.doubt(large)).isEmpty();
        assertThat(Oscillator.of(large).warnings()).noneMatch(line -> line.contains("usual"));
    }

    @Test
    void keysOfTheOtherUnitsAreRefused() {
        DeviceValue value = new DeviceValue.Quantity(1);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> DeviceKey.SPIN_RATIO.set(SI, value))
                .withMessageStartingWith("magnet.spin_ratio");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> DeviceKey.VOLUME.set(Device.PAPER, value))
                .withMessageStartingWith("si.volume");
    }
}
