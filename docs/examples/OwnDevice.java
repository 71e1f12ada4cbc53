import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import larmor.file.DeviceFile;
import larmor.model.DerivedNumbers;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Oscillator;
import larmor.model.SiPrefix;
import larmor.ode.BatchSolvers;
import larmor.ode.Rk4;
import larmor.sweep.InitialState;
import larmor.sweep.Sweep;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepProtocol;
import larmor.sweep.SweepRow;

/** A device from a file in SI units, and its auto-oscillation at voltages in mV. */
public final class OwnDevice {

    private static final double END_TIME = 2e4;

    public static void main(String[] arguments) {
        Device device = DeviceFile.read(Path.of("docs/examples/nanopillar.toml"), List.of());
        DerivedNumbers numbers = DerivedNumbers.of(Oscillator.of(device));
        double criticalVolts = numbers.criticalVolts().orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "omega_0/2pi %.4f GHz, V_c %.4f mV%n",
                SiPrefix.GIGA.of(numbers.fmrHertz().orElseThrow()),
                SiPrefix.MILLI.of(criticalVolts));

        // Larmor computes in units of V_c.
        List<Double> voltages =
                Stream.of(110.0, 130.0, 140.0)
                        .map(millivolts -> millivolts * 1e-3 / criticalVolts)
                        .toList();
        boolean selfTorque = true;
        SweepPlan plan =
                new SweepPlan(
                        device,
                        EquationForm.EXACT,
                        voltages,
                        List.of(device.magnet().field()),
                        List.of(selfTorque));
        double step = SweepProtocol.defaultStep(plan);
        SweepProtocol protocol =
                SweepProtocol.observedAtTheEnd(
                        new InitialState.Fixed(
                                SweepProtocol.PAPER_INITIAL, SweepProtocol.DEFAULT_TILT),
                        END_TIME,
                        SweepProtocol.sampleInterval(
                                plan.fastestPrecession(), OptionalDouble.of(step)));
        Sweep sweep = new Sweep(plan, protocol, BatchSolvers.choose().of(new Rk4(step)));

        int threads = Runtime.getRuntime().availableProcessors();
        sweep.run(threads, Sweep.Progress.NONE).forEach(row -> System.out.println(line(row)));
    }

    private static String line(SweepRow row) {
        double millivolts = SiPrefix.MILLI.of(row.volts().orElseThrow());
        if (row.failure().isPresent()) {
            return String.format(Locale.ROOT, "%.0f mV: %s", millivolts, row.failure().get().id());
        }
        if (row.hertz().isEmpty()) {
            return String.format(
                    Locale.ROOT, "%.0f mV: at rest, %s", millivolts, row.regime().orElseThrow().id());
        }
        return String.format(
                Locale.ROOT,
                "%.0f mV: %.6f GHz +- %.1e, %s%s",
                millivolts,
                SiPrefix.GIGA.of(row.hertz().getAsDouble()),
                SiPrefix.GIGA.of(row.hertzUncertainty().getAsDouble()),
                row.regime().orElseThrow().id(),
                row.settled() ? "" : ", not settled");
    }
}
