package larmor.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.OptionalDouble;
import larmor.model.Coefficients;
import larmor.model.DerivedNumbers;
import larmor.model.EquationForm;
import larmor.model.InvalidInput;
import larmor.model.Oscillator;

/**
 * A device, and what follows from its numbers: finite numbers only, or none of it.
 *
 * @param device which one
 * @param voltage V/V_c
 */
record ModelCase(DeviceText device, double voltage) implements FuzzCase {

    static FuzzCase of(Draw draw) {
        DeviceText device = draw.chance(0.4) ? DeviceText.valid(draw) : DeviceText.extreme(draw);
        boolean valid = device.expectation() == Expectation.VALID;
        return new ModelCase(
                device, valid || draw.chance(0.5) ? draw.between(-3, 3) : Numerals.extreme(draw));
    }

    @Override
    public String subject() {
        return "model";
    }

    @Override
    public Expectation expectation() {
        return device.expectation();
    }

    @Override
    public String input() {
        return "v = " + voltage + " " + device.values();
    }

    @Override
    public Outcome run(Path folder) throws Exception {
        Oscillator oscillator;
        try {
            oscillator = Oscillator.of(Devices.of(device));
        } catch (InvalidInput e) {
            return refused(e);
        }
        requireFinite(DerivedNumbers.of(oscillator));
        oscillator.warnings().forEach(Written::requireFinite);
        assertThat(Math.min(oscillator.damping(1), oscillator.damping(-1))).isPositive();
        for (EquationForm form : EquationForm.values()) {
            for (boolean torque : new boolean[] {true, false}) {
                Coefficients coefficients;
                try {
                    coefficients = oscillator.coefficients(voltage, form, torque);
                } catch (InvalidInput e) {
                    return refused(e);
                }
                requireFinite(coefficients);
            }
        }
        return Outcome.NUMBERS;
    }

    private static Outcome refused(InvalidInput e) {
        assertThat(e.getMessage()).startsWith(e.field()).doesNotContain("\n");
        return Outcome.REFUSED;
    }

    private static void requireFinite(Record numbers) throws ReflectiveOperationException {
        for (RecordComponent component : numbers.getClass().getRecordComponents()) {
            Object value = component.getAccessor().invoke(numbers);
            double number =
                    switch (value) {
                        case Double plain -> plain;
                        case OptionalDouble perhaps -> perhaps.orElse(0);
                        default -> throw new AssertionError(component.toString());
                    };
            assertThat(Double.isFinite(number)).as("%s = %s", component.getName(), value).isTrue();
        }
    }
}
