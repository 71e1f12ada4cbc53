package larmor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
