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
 * @param inPlaneEnd where the precession about ẑ ends
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
        OptionalDouble lowest =
                diagram.of(Regime.IN_PLANE).stream()
                        .flatMap(branch -> lowestStable(branch.points()).stream())
                        .min(Comparator.comparingDouble(BranchPoint::voltage))
                        .filter(point -> point.bifurcation().isPresent())
                        .map(point -> OptionalDouble.of(point.voltage()))
                        .orElseGet(OptionalDouble::empty);
        OptionalDouble inPlaneEnd =
                Stream.concat(
                                bifurcations(diagram, Regime.IN_PLANE, Bifurcation.HOMOCLINIC),
                                bifurcations(diagram, Regime.IN_PLANE, Bifurcation.HOPF)
                                        .filter(point -> point.m().z() < 0))
                        .mapToDouble(BranchPoint::voltage)
                        .findFirst();
        OptionalDouble outOfPlaneEnd =
                bifurcations(diagram, Regime.OUT_OF_PLANE, Bifurcation.HOPF)
                        .mapToDouble(BranchPoint::voltage)
                        .max();
        return new OscillationRange(onset, lowest, inPlaneEnd, outOfPlaneEnd);
    }

    /** What the orbit-averaged theory says, in the limit of small damping. */
    public static OscillationRange of(OrbitAveragedTheory theory) {
        DoubleStream onset = theory.voltagePerPower() > 0 ? DoubleStream.of(1) : DoubleStream.of();
        DoubleStream folds =
                theory.folds().stream()
                        .filter(fold -> fold.branch() == Branch.IN_PLANE)
                        .mapToDouble(OrbitAveragedTheory.Point::voltage);
        return new OscillationRange(
                OptionalDouble.of(1),
                DoubleStream.concat(onset, folds).min(),
                OptionalDouble.of(theory.inPlaneEnd()),
                theory.outOfPlaneEnd());
    }

    /** The lowest point of the stable parts of a branch, their ends included. */
    private static Optional<BranchPoint> lowestStable(List<BranchPoint> points) {
        List<BranchPoint> stable = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            BranchPoint point = points.get(i);
            boolean endsStablePart =
                    point.bifurcation().isPresent()
                            && (isStable(points, i - 1) || isStable(points, i + 1));
            if (endsStablePart || isStable(points, i)) {
                stable.add(point);
            }
        }
        return stable.stream().min(Comparator.comparingDouble(BranchPoint::voltage));
    }

    private static boolean isStable(List<BranchPoint> points, int index) {
        return index >= 0 && index < points.size() && points.get(index).stable().orElse(false);
    }

    private static Stream<BranchPoint> bifurcations(
            BranchDiagram diagram, Regime regime, Bifurcation kind) {
        return diagram.of(regime).stream()
                .flatMap(branch -> branch.bifurcations().stream())
                .filter(point -> point.bifurcation().equals(Optional.of(kind)));
    }
}
