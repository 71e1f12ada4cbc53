package larmor.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import larmor.observable.Regime;
import larmor.orbit.Bifurcation;
import larmor.orbit.BranchDiagram;
import larmor.orbit.BranchPoint;
import larmor.validation.exact.OrbitAveragedTheory;
import larmor.validation.exact.OrbitAveragedTheory.Branch;

/**
 * The voltages between which an oscillator oscillates by itself, in units of V_c; empty where there
 * is no such voltage or it was not looked for.
 *
 * @param onset where m = ẑ loses its stability: the oscillation starts here when the voltage is
 *     raised
 * @param lowest the lowest voltage of a stable oscillation: it dies here when the voltage is
 *     lowered. Below the onset there is hysteresis
 * @param inPlaneEnd the highest voltage of a stable precession about ẑ: it ends here when the
 *     voltage is raised, at a fold, at a homoclinic orbit or where it has opened to m = −ẑ
 * @param outOfPlaneEnd where the precession about ±x̂ has shrunk to a static state
 */
public record OscillationRange(
        OptionalDouble onset,
        OptionalDouble lowest,
        OptionalDouble inPlaneEnd,
        OptionalDouble outOfPlaneEnd) {

    /** What the branches of limit cycles say, at the oscillator's own damping. */
    public static OscillationRange of(BranchDiagram diagram) {
        OptionalDouble onset =
                bifurcations(diagram, Regime.IN_PLANE, Bifurcation.HOPF)
                        .filter(point -> point.m().z() > 0)
                        .mapToDouble(BranchPoint::voltage)
                        .findFirst();
        List<BranchPoint> ends =
                diagram.of(Regime.IN_PLANE).stream()
                        .flatMap(branch -> stableEnds(branch.points()).stream())
                        .toList();
        Comparator<BranchPoint> byVoltage = Comparator.comparingDouble(BranchPoint::voltage);
        OptionalDouble lowest = ifBifurcation(ends.stream().min(byVoltage));
        OptionalDouble inPlaneEnd = ifBifurcation(ends.stream().max(byVoltage));
        OptionalDouble outOfPlaneEnd =
                bifurcations(diagram, Regime.OUT_OF_PLANE, Bifurcation.HOPF)
                        .mapToDouble(BranchPoint::voltage)
                        .max();
        return new OscillationRange(onset, lowest, inPlaneEnd, outOfPlaneEnd);
    }

    /** What the orbit-averaged theory says, in the limit of small damping. */
    public static OscillationRange of(OrbitAveragedTheory theory) {
        DoubleStream onset = theory.voltagePerPower() > 0 ? DoubleStream.of(1) : DoubleStream.of();
        return new OscillationRange(
                OptionalDouble.of(1),
                DoubleStream.concat(onset, inPlaneFolds(theory)).min(),
                inPlaneEnd(theory),
                theory.outOfPlaneEnd());
    }

    /**
     * The highest fold, or the end of the branch if the part that leads there is stable: from the
     * last fold, or from the onset, v rises to it.
     */
    private static OptionalDouble inPlaneEnd(OrbitAveragedTheory theory) {
        double last = theory.inPlaneEnd();
        if (!(last > 0 && last < Double.POSITIVE_INFINITY)) {
            return OptionalDouble.empty();
        }
        double[] folds = inPlaneFolds(theory).toArray();
        double before = folds.length == 0 ? 1 : folds[folds.length - 1];
        DoubleStream end = last > before ? DoubleStream.of(last) : DoubleStream.of();
        return DoubleStream.concat(DoubleStream.of(folds), end).max();
    }

    private static DoubleStream inPlaneFolds(OrbitAveragedTheory theory) {
        return theory.folds().stream()
                .filter(fold -> fold.branch() == Branch.IN_PLANE)
                .mapToDouble(OrbitAveragedTheory.Point::voltage);
    }

    private static OptionalDouble ifBifurcation(Optional<BranchPoint> end) {
        return end.filter(point -> point.bifurcation().isPresent())
                .map(point -> OptionalDouble.of(point.voltage()))
                .orElseGet(OptionalDouble::empty);
    }

    /** Where the stable parts of a branch end; along each of them the voltage is monotonic. */
    private static List<BranchPoint> stableEnds(List<BranchPoint> points) {
        List<BranchPoint> ends = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            boolean besideStable = isStable(points, i - 1) || isStable(points, i + 1);
            boolean endsHere =
                    points.get(i).bifurcation().isPresent()
                            ? besideStable
                            : isStable(points, i)
                                    && !(continues(points, i - 1) && continues(points, i + 1));
            if (endsHere) {
                ends.add(points.get(i));
            }
        }
        return ends;
    }

    private static boolean isStable(List<BranchPoint> points, int index) {
        return index >= 0 && index < points.size() && points.get(index).stable().orElse(false);
    }

    /** Whether a stable part goes on to a point, if only to end there. */
    private static boolean continues(List<BranchPoint> points, int index) {
        boolean exists = index >= 0 && index < points.size();
        return exists && (isStable(points, index) || points.get(index).bifurcation().isPresent());
    }

    private static Stream<BranchPoint> bifurcations(
            BranchDiagram diagram, Regime regime, Bifurcation kind) {
        return diagram.of(regime).stream()
                .flatMap(branch -> branch.bifurcations().stream())
                .filter(point -> point.bifurcation().equals(Optional.of(kind)));
    }
}
