package larmor.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.InvalidInput;
import larmor.sweep.GridAxis;
import larmor.sweep.SweepPlan;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a sweep runs. */
final class PlanOptions {

    private static final String FIELD = "--field";

    @Option(
            names = Voltages.FLAG,
            paramLabel = "LIST",
            required = true,
            description = "Voltages in V_c, or in volts such as 10mV:20mV:1mV.")
    private String voltages = "";

    @Option(
            names = FIELD,
            paramLabel = "LIST",
            description =
                    "Fields in the device's unit, T with a table [si]. Default: the device's"
                            + " field.")
    private Optional<String> fields = Optional.empty();

    @Mixin private GridOption grid = new GridOption();

    @Option(
            names = "--self-torque",
            paramLabel = "on|off|both",
            converter = Choice.OfSelfTorque.class,
            defaultValue = "on",
            description = "Whether the self-induced torque acts. Default: ${DEFAULT-VALUE}.")
    private Choice.SelfTorque selfTorque = Choice.SelfTorque.ON;

    @Option(
            names = "--direction",
            paramLabel = "up|down|both",
            converter = Choice.OfDirection.class,
            description =
                    "Start each voltage from the last state of the one before. Default: every run"
                            + " starts from --initial.")
    private Optional<Choice.Directions> direction = Optional.empty();

    @Option(
            names = "--ensemble",
            paramLabel = "N",
            description = "Run each point N times, from different random states.")
    private Optional<Integer> ensemble = Optional.empty();

    /**
     * The plan.
     *
     * @throws InvalidInput naming the flag or the key at fault
     */
    SweepPlan plan(Device device, EquationForm form) {
        List<Double> fieldList =
                fields.isPresent()
                        ? NumberList.parse(FIELD, fields.get())
                        : List.of(device.magnet().field());
        Voltages given = Voltages.parse(voltages);
        List<GridAxis> axes = grid.axes();
        if (given.inVolts() && (fieldList.size() > 1 || !axes.isEmpty())) {
            throw new InvalidInput(
                    Voltages.FLAG,
                    "must be in V_c, not in volts, beside several fields or --grid, because V_c"
                            + " changes with them; --set magnet.field=B runs one field");
        }
        return new SweepPlan(
                device,
                form,
                given.relativeTo(device.withField(fieldList.getFirst())),
                fieldList,
                axes,
                selfTorque.settings(),
                direction.map(Choice.Directions::list).orElse(List.of()),
                ensemble.map(OptionalInt::of).orElseGet(OptionalInt::empty));
    }

    /** What to say of voltages that may have been meant in other units. */
    Optional<String> doubt(Device device) {
        return Voltages.parse(voltages)
                .doubt(device)
                .or(() -> NumberList.doubt(voltages))
                .or(() -> fields.flatMap(NumberList::doubt));
    }
}
