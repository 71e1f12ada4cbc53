package larmor.validation.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import larmor.model.Anisotropy;
import larmor.model.Damping;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Junction;
import larmor.model.Magnet;
import larmor.model.Oscillator;
import larmor.model.Units;
import larmor.ode.BatchSolver;
import larmor.ode.LaneRanges;
import larmor.sweep.Sweep;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepProtocol;
import larmor.sweep.SweepRow;
import larmor.validation.SolverCatalogue;
import larmor.validation.exact.AxisymmetricMagnet;

/** Runs the families and holds their rows against the truth. */
public final class CoverageStudy {

    private static final double PAPER_TIME = SweepProtocol.PAPER_END_TIME;

    /** From next to the threshold past the ends of both orbits, with and without the torque. */
    private static final List<Double> ALL_VOLTAGES =
            List.of(
                    1.005, 1.008, 1.012, 1.016, 1.02, 1.03, 1.05, 1.07, 1.1, 1.15, 1.2, 1.3, 1.4,
                    1.5, 1.53, 1.54, 1.543, 1.55, 1.58, 1.62, 1.65, 1.66, 1.662, 1.67, 1.7, 1.8,
                    1.9, 2.0, 2.2, 2.5, 3.0, 3.5, 4.0, 4.4, 4.45, 4.55, 4.8);

    /** For devices whose branches end elsewhere. */
    private static final List<Double> FEW_VOLTAGES =
            List.of(1.005, 1.02, 1.05, 1.1, 1.2, 1.3, 1.5, 1.8, 2.2, 3.0, 4.0, 4.8);

    private static final List<Double> QUICK_VOLTAGES =
            List.of(1.05, 1.2, 1.5, 1.54, 1.65, 1.8, 2.5, 4.0);

    private static final Device STRONG_DAMPING = paperWith(0.05, 0.35, new Anisotropy(1, 0, 0));

    /** Elliptic in the plane and in a stronger field. */
    private static final Device ELLIPTIC = paperWith(0.01, 0.4, new Anisotropy(1, 0.15, 0));

    private static final Device AXISYMMETRIC = paperWith(0.01, 0.65, new Anisotropy(0, 0, 0.3));

    /** Its onset without the self-induced torque is subcritical. */
    private static final Device CONSTANT_DAMPING =
            new Device(
                    new Junction(0.12, 0.05, 0.12, 0.4, false, true),
                    Device.PAPER.magnet(),
                    Device.PAPER.units());

    private final int threads;
    private final Map<TruthKey, ReferenceState> truths = new HashMap<>();

    /**
     * A study, which remembers the truths that several families share.
     *
     * @param threads how many runs at once
     */
    public CoverageStudy(int threads) {
        this.threads = threads;
    }

    private record TruthKey(Device device, double voltage, boolean selfTorque) {}

    private static Device paperWith(double damping, double field, Anisotropy anisotropy) {
        return new Device(
                Device.PAPER.junction(),
                new Magnet(new Damping.Total(damping), field, anisotropy),
                new Units.Dimensionless(1));
    }

    /** Every family, about a minute of work. */
    public static List<CoverageFamily> all() {
        List<CoverageFamily> families = new ArrayList<>();
        families.add(paper(rk4(0.05), ALL_VOLTAGES, PAPER_TIME, 0.1));
        families.add(paper(rk4(0.1), ALL_VOLTAGES, PAPER_TIME, 0.1));
        families.add(paper(rk4(0.05), ALL_VOLTAGES, PAPER_TIME, 0.01));
        families.add(paper(rk4(0.05), ALL_VOLTAGES, PAPER_TIME, 0.5));
        families.add(paper(rk4(0.05), ALL_VOLTAGES, 5e3, 0.1));
        families.add(paper(rk4(0.05), ALL_VOLTAGES, 5e3, 0.02));
        families.add(paper(rk4(0.05), ALL_VOLTAGES, 1e3, 0.1));
        families.add(paper(rk4(0.05), ALL_VOLTAGES, 300, 0.25));
        families.add(paper(atStep("verner9-simd", 0.5), ALL_VOLTAGES, PAPER_TIME, 0.1));
        for (double tolerance : new double[] {1e-6, 1e-8, 1e-10}) {
            families.add(paper(adaptive("dopri5-simd", tolerance), ALL_VOLTAGES, PAPER_TIME, 0.1));
        }
        for (double tolerance : new double[] {1e-6, 1e-8, 1e-10, 1e-12}) {
            families.add(paper(adaptive("dop853-simd", tolerance), ALL_VOLTAGES, PAPER_TIME, 0.1));
        }
        families.add(paper(adaptive("dopri5-simd", 1e-8), ALL_VOLTAGES, 5e3, 0.1));
        families.add(paper(adaptive("dop853-simd", 1e-10), ALL_VOLTAGES, 5e3, 0.1));
        families.add(device("strong damping", STRONG_DAMPING));
        families.add(device("elliptic", ELLIPTIC));
        families.add(device("constant damping", CONSTANT_DAMPING));
        families.add(device("axisymmetric", AXISYMMETRIC));
        return List.copyOf(families);
    }

    /** A few families of a few voltages, some seconds of work. */
    public static List<CoverageFamily> quick() {
        return List.of(
                paper(rk4(0.05), QUICK_VOLTAGES, 5e3, 0.1),
                paper(rk4(0.1), QUICK_VOLTAGES, 2e4, 0.1),
                paper(adaptive("dopri5-simd", 1e-8), QUICK_VOLTAGES, 5e3, 0.1),
                paper(adaptive("dop853-simd", 1e-10), QUICK_VOLTAGES, 2e4, 0.1),
                device("axisymmetric", AXISYMMETRIC));
    }

    /**
     * A solver and how it is called.
     *
     * @param name its id and its step or tolerance
     * @param step where it is fixed
     * @param solver itself
     */
    private record Integrator(String name, OptionalDouble step, BatchSolver solver) {}

    private static Integrator rk4(double step) {
        return atStep("rk4-simd", step);
    }

    private static Integrator atStep(String id, double step) {
        OptionalDouble given = OptionalDouble.of(step);
        return new Integrator(
                id + ", h = " + step, given, solver(id, given, OptionalDouble.empty()));
    }

    private static Integrator adaptive(String id, double tolerance) {
        return new Integrator(
                String.format(Locale.ROOT, "%s, ε = %.0e", id, tolerance),
                OptionalDouble.empty(),
                solver(id, OptionalDouble.empty(), OptionalDouble.of(tolerance)));
    }

    private static BatchSolver solver(String id, OptionalDouble step, OptionalDouble tolerance) {
        return SolverCatalogue.createBatch(
                new SolverCatalogue.Request(
                        id, step, tolerance, step.orElse(1), OptionalLong.empty()));
    }

    private static CoverageFamily paper(
            Integrator integrator, List<Double> voltages, double endTime, double windowShare) {
        return family("paper", Device.PAPER, integrator, voltages, endTime, windowShare);
    }

    private static CoverageFamily device(String name, Device device) {
        return family(
                name,
                device,
                rk4(0.05),
                FEW_VOLTAGES,
                PAPER_TIME,
                SweepProtocol.PAPER_WINDOW_SHARE);
    }

    private static CoverageFamily family(
            String name,
            Device device,
            Integrator integrator,
            List<Double> voltages,
            double endTime,
            double windowShare) {
        double interval =
                SweepProtocol.sampleInterval(
                        Oscillator.of(device).fastestPrecession(), integrator.step());
        double window = windowShare * endTime;
        return new CoverageFamily(
                String.format(
                        Locale.ROOT,
                        "%s, %s, T = %.0f, W = %.0f",
                        name,
                        integrator.name(),
                        endTime,
                        window),
                device,
                voltages,
                new SweepProtocol(SweepProtocol.PAPER_INITIAL, endTime, window, interval),
                integrator.solver());
    }

    /** Runs a family and compares. */
    public Coverage run(CoverageFamily family) {
        Device device = family.device();
        SweepPlan plan =
                new SweepPlan(
                        device,
                        EquationForm.EXACT,
                        family.voltages(),
                        List.of(device.magnet().field()),
                        List.of(true, false));
        List<SweepRow> rows =
                new Sweep(plan, family.protocol(), family.solver())
                        .run(threads, Sweep.Progress.NONE);
        learn(device, rows);
        double fmrFrequency = Oscillator.of(device).fmrFrequency();
        return new Coverage(
                family.name(),
                rows.stream()
                        .filter(row -> row.failure().isEmpty())
                        .map(row -> new Coverage.Comparison(row, fmrFrequency, truth(device, row)))
                        .toList());
    }

    private ReferenceState truth(Device device, SweepRow row) {
        ReferenceState truth = truths.get(key(device, row));
        if (truth == null) {
            throw new IllegalStateException("no truth for " + row);
        }
        return truth;
    }

    private void learn(Device device, List<SweepRow> rows) {
        List<TruthKey> unknown =
                rows.stream()
                        .map(row -> key(device, row))
                        .filter(key -> !truths.containsKey(key))
                        .toList();
        ReferenceState[] found = new ReferenceState[unknown.size()];
        LaneRanges.share(
                found.length,
                1,
                threads,
                () ->
                        (first, end) -> {
                            for (int i = first; i < end; i++) {
                                found[i] = find(unknown.get(i));
                            }
                        });
        for (int i = 0; i < found.length; i++) {
            truths.put(unknown.get(i), found[i]);
        }
    }

    private static TruthKey key(Device device, SweepRow row) {
        return new TruthKey(device, row.point().voltage(), row.point().selfTorque());
    }

    private static ReferenceState find(TruthKey key) {
        Oscillator oscillator = Oscillator.of(key.device());
        Anisotropy n = key.device().magnet().anisotropy();
        return n.nx() == n.ny()
                ? ReferenceState.of(
                        AxisymmetricMagnet.of(
                                oscillator, key.voltage(), EquationForm.EXACT, key.selfTorque()))
                : ReferenceState.ofLongRun(
                        oscillator.coefficients(
                                key.voltage(), EquationForm.EXACT, key.selfTorque()),
                        SweepProtocol.PAPER_INITIAL);
    }
}
