package larmor.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import larmor.file.DeviceSummary;
import larmor.model.DerivedNumbers;
import larmor.model.Device;
import larmor.model.Oscillator;
import larmor.model.Rounded;
import larmor.model.SiPrefix;
import larmor.model.Units;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What follows from a device's numbers. */
@Command(name = "device", description = "Prints the derived numbers of a device.")
final class DeviceCommand implements Callable<Integer> {

    /** For people; JSON and CSV have all digits. */
    private static final int DIGITS = 10;

    private static final String INFINITE = "infinite";

    /** The quotient of two zeros. */
    private static final String UNDEFINED = "undefined";

    private final Console console;

    @Mixin private DeviceOptions device = new DeviceOptions();

    @Mixin private TableFormat format = new TableFormat();

    DeviceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Device chosen = device.device();
        DerivedNumbers numbers = DerivedNumbers.of(Oscillator.of(chosen));
        DeviceSummary summary = new DeviceSummary(numbers);
        String result =
                switch (format.format()) {
                    case TEXT -> text(numbers, chosen);
                    case CSV -> summary.csv();
                    case JSON -> summary.json();
                };
        console.print(out -> out.append(result));
        console.noteDoubts(chosen, Optional.empty());
        return ExitStatus.DONE;
    }

    private static String text(DerivedNumbers numbers, Device device) {
        boolean si = device.units() instanceof Units.Si;
        // Behind the same in SI units, so that neither is taken for the other.
        String reduced = si ? ", reduced" : "";
        String noTmr = device.junction().gParallel() > 0 ? INFINITE : UNDEFINED;
        TextColumns columns = new TextColumns();
        if (si) {
            row(columns, "mu0 M_s", numbers.saturationTesla(), INFINITE, "T");
            row(
                    columns,
                    "time unit",
                    numbers.seconds(1),
                    SiPrefix.PICO.power(),
                    INFINITE,
                    "ps, in which t' = 1");
            row(columns, "omega_0/2pi", numbers.fmrHertz(), SiPrefix.GIGA.power(), INFINITE, "GHz");
        }
        row(
                columns,
                "omega_0" + reduced,
                numbers.fmrFrequency(),
                "FMR frequency, in gamma mu0 M_s");
        if (si) {
            row(columns, "V_c", numbers.criticalVolts(), SiPrefix.MILLI.power(), INFINITE, "mV");
        }
        row(
                columns,
                "V_c" + reduced,
                numbers.criticalVoltage(),
                INFINITE,
                "critical, in 4 pi hbar gamma mu0 M_s/e");
        row(columns, "alpha(0)", numbers.dampingParallel(), "total damping at theta = 0");
        row(columns, "alpha(pi)", numbers.dampingAntiparallel(), "the same at theta = pi");
        row(columns, "alpha_0", numbers.intrinsicDamping(), "intrinsic damping");
        row(columns, "kappa", numbers.spinRatio(), "hbar gamma/(M V)");
        row(columns, "s_c", numbers.criticalTorque(), "spin-transfer torque at V_c");
        row(columns, "TMR, left", numbers.tmrLeft(), noTmr, "(R_AP-R_P)/R_P, left junction alone");
        row(
                columns,
                "TMR, series",
                numbers.tmrSeries(),
                noTmr,
                "the same, both junctions in series");
        row(
                columns,
                "beta(0)/alpha(0)",
                numbers.selfTorqueStrength(),
                "self-induced torque against damping");
        row(
                columns,
                "P of the lead",
                numbers.leadPolarization(),
                "polarisation of the fixed lead, implied");
        return columns.text();
    }

    private static void row(TextColumns columns, String name, double value, String meaning) {
        row(columns, name, OptionalDouble.of(value), UNDEFINED, meaning);
    }

    private static void row(
            TextColumns columns,
            String name,
            OptionalDouble value,
            String otherwise,
            String meaning) {
        row(columns, name, value, 0, otherwise, meaning);
    }

    private static void row(
            TextColumns columns,
            String name,
            OptionalDouble value,
            int powerOfUnit,
            String otherwise,
            String meaning) {
        columns.add(
                List.of(
                        name,
                        value.isPresent()
                                ? Rounded.to(DIGITS, value.getAsDouble(), powerOfUnit)
                                : otherwise,
                        meaning));
    }
}
