package larmor.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import larmor.model.Anisotropy;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.observable.Regime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BranchDiagramTest {

    private static final Oscillator PAPER = Oscillator.of(Device.PAPER);

    /** The paper's oscillator beyond all of its branches. */
    private static final BranchDiagram WITH = diagram(PAPER, EquationForm.EXACT, true, 0.5, 6);

    private static final BranchDiagram WITHOUT = diagram(PAPER, EquationForm.EXACT, false, 0.5, 6);

    /** The references are printed with six decimals. */
    private static final double SIX_DECIMALS = 6e-7;

    private static final double FIVE_DECIMALS = 6e-6;
    private static final double FOUR_DECIMALS = 6e-5;

    /** Of a root found with all digits. */
    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @CsvSource({
        "EXACT,         true,  1.662104, 4.9002",
        "EXACT,         false, 1.543589, 4.4841",
        "LEADING_ORDER, true,  1.662731, ",
        "LEADING_ORDER, false, 1.544105, "
    })
    void oscillationBeginsAtTheThresholdAndEndsInAHomoclinicOrbit(
            EquationForm form, boolean selfTorque, double inPlaneEnd, Double outOfPlaneEnd) {
        BranchDiagram diagram =
                form == EquationForm.LEADING_ORDER
                        ? diagram(PAPER, form, selfTorque, 0.5, 6)
                        : selfTorque ? WITH : WITHOUT;
        List<BranchPoint> inPlane = only(diagram, Regime.IN_PLANE).bifurcations();
        assertThat(inPlane).hasSize(2);
        assertThat(inPlane.get(0).bifurcation()).contains(Bifurcation.HOPF);
        assertThat(inPlane.get(0).voltage()).isCloseTo(1, within(ROUNDING));
        assertThat(inPlane.get(1).bifurcation()).contains(Bifurcation.HOMOCLINIC);
        assertThat(inPlane.get(1).voltage()).isCloseTo(inPlaneEnd, within(SIX_DECIMALS));

        List<BranchPoint> outOfPlane = only(diagram, Regime.OUT_OF_PLANE).bifurcations();
        assertThat(outOfPlane).hasSize(2);
        assertThat(outOfPlane.get(0).bifurcation()).contains(Bifurcation.HOPF);
        if (outOfPlaneEnd != null) {
            assertThat(outOfPlane.get(0).voltage()).isCloseTo(outOfPlaneEnd, within(FOUR_DECIMALS));
        }
        // Both families end in the same orbit from −ẑ to −ẑ, met from either side.
        assertThat(outOfPlane.get(1).bifurcation()).contains(Bifurcation.HOMOCLINIC);
        assertThat(outOfPlane.get(1).voltage())
                .isCloseTo(inPlane.get(1).voltage(), within(ROUNDING));
        assertThat(outOfPlane.get(1).m().z()).isCloseTo(-1, within(ROUNDING));
    }

    /**
     * With δ the distance of a cycle from the orbit of the saddle, whose eigenvalues are λ and −ρλ,
     * half a turn takes T/2 = C − ln δ/λ and leaves v_e − v = δ − Cδ^ρ, so that dT/d ln(v_e−v) =
     * −(2/λ)(1 − μ/ρ)/(1 − μ), μ being the multiplier of half a turn.
     */
    @Test
    void periodDivergesAsTheLogarithmOfTheDistanceToTheEnd() {
        BranchDiagram diagram = WITH;
        List<BranchPoint> points = only(diagram, Regime.IN_PLANE).points();
        double end = points.getLast().voltage();
        StaticState.Matrix saddle =
                new StaticStates(diagram.driven()).antiparallel(end).stability();
        double growth = saddle.growthRate();
        double ratio = (growth - saddle.trace()) / growth;
        BranchPoint near = nearest(points, end - 1e-7);
        BranchPoint far = nearest(points, end - 1e-5);
        double slope =
                (near.period().orElseThrow() - far.period().orElseThrow())
                        / StrictMath.log((end - far.voltage()) / (end - near.voltage()));
        double mean = 0.5 * (factor(near, ratio) + factor(far, ratio));
        // The mean of both ends stands for the mean over the interval: a tenth of its variation.
        double error = 0.1 * Math.abs(factor(near, ratio) - factor(far, ratio));
        assertThat(slope).isCloseTo(2 / growth * mean, within(2 / growth * error));
    }

    private static double factor(BranchPoint point, double ratio) {
        double half = Math.sqrt(point.multiplier().orElseThrow());
        return (1 - half / ratio) / (1 - half);
    }

    private static BranchPoint nearest(List<BranchPoint> points, double voltage) {
        BranchPoint nearest = points.getFirst();
        for (BranchPoint point : points) {
            boolean nearer =
                    Math.abs(point.voltage() - voltage) < Math.abs(nearest.voltage() - voltage);
            nearest = nearer ? point : nearest;
        }
        return nearest;
    }

    @Test
    void outOfPlaneOrbitShrinksToAStaticStateThatIsStableBeyondIt() {
        BranchDiagram diagram = WITH;
        BranchPoint end = only(diagram, Regime.OUT_OF_PLANE).points().getFirst();
        assertThat(end.m().x()).isCloseTo(0.935, within(5e-4));
        assertThat(end.m().y()).isCloseTo(-0.049, within(5e-4));
        assertThat(end.m().z()).isCloseTo(-0.351, within(5e-4));
        for (BranchPoint point : only(diagram, Regime.STATIC).points()) {
            point.stable()
                    .ifPresent(stable ->
                            assertThat(stable).isEqualTo(point.voltage() > end.voltage()));
        }
        for (BranchPoint point : only(diagram, Regime.PARALLEL).points()) {
            point.stable().ifPresent(stable -> assertThat(stable).isEqualTo(point.voltage() < 1));
        }
        assertThat(only(diagram, Regime.ANTIPARALLEL).points())
                .noneMatch(point -> point.stable().orElse(true));
    }

    @Test
    void constantDampingMakesTheOnsetSubcriticalWithoutTheSelfInducedTorque() {
        BranchDiagram diagram =
                diagram(Variants.constantDamping(), EquationForm.EXACT, false, 0.5, 2);
        Branch branch = only(diagram, Regime.IN_PLANE);
        assertThat(folds(branch)).hasSize(1);
        assertThat(folds(branch).getFirst()).isCloseTo(0.83552, within(FIVE_DECIMALS));
        boolean beyondFold = false;
        for (BranchPoint point : branch.points()) {
            beyondFold |= point.bifurcation().filter(b -> b == Bifurcation.FOLD).isPresent();
            boolean expected = beyondFold;
            point.stable().ifPresent(stable -> assertThat(stable).isEqualTo(expected));
        }
    }

    @Test
    void frozenAnglesNarrowTheHysteresis() {
        BranchDiagram diagram = diagram(Variants.frozenAngles(), EquationForm.EXACT, false, 0.5, 2);
        List<Double> folds = folds(only(diagram, Regime.IN_PLANE));
        assertThat(folds).hasSize(1);
        assertThat(folds.getFirst()).isCloseTo(0.95935, within(FIVE_DECIMALS));
    }

    @Test
    void selfInducedTorqueMovesTheHysteresisOffThreshold() {
        BranchDiagram diagram =
                diagram(Variants.constantDamping(), EquationForm.EXACT, true, 0.5, 2);
        List<Double> folds = folds(only(diagram, Regime.IN_PLANE));
        assertThat(folds).hasSize(2);
        // The theory's 1.01717 is off by O(α²), as the second fold's 0.95809 is.
        assertThat(folds.get(0)).isCloseTo(1.01717, within(2e-5));
        assertThat(folds.get(1)).isCloseTo(0.95798, within(FIVE_DECIMALS));
    }

    @Test
    void angularDampingLeavesNoFold() {
        for (BranchDiagram diagram : List.of(WITH, WITHOUT)) {
            assertThat(folds(only(diagram, Regime.IN_PLANE))).isEmpty();
            assertThat(folds(only(diagram, Regime.OUT_OF_PLANE))).isEmpty();
        }
    }

    @Test
    void branchesAreDenseEnoughToDraw() {
        BranchDiagram diagram = WITH;
        for (Branch branch : diagram.branches()) {
            List<BranchPoint> points = branch.points();
            for (int i = 1; i < points.size(); i++) {
                BranchPoint left = points.get(i - 1);
                BranchPoint right = points.get(i);
                assertThat(right.voltage()).isCloseTo(left.voltage(), within(0.12));
                boolean atTheEnd = right.bifurcation().isPresent();
                if (branch.oscillates() && !atTheEnd) {
                    assertThat(right.power()).isCloseTo(left.power(), within(0.01));
                    assertThat(right.frequency().orElseThrow())
                            .isCloseTo(left.frequency().orElseThrow(), within(0.01));
                }
            }
        }
    }

    @Test
    void branchIsSmoothInANarrowRangeAsWell() {
        BranchDiagram diagram = diagram(PAPER, EquationForm.EXACT, true, 1, 1.02);
        List<BranchPoint> points = only(diagram, Regime.IN_PLANE).points();
        assertThat(points.getFirst().bifurcation()).contains(Bifurcation.HOPF);
        assertThat(points).hasSizeGreaterThan(50);
    }

    @Test
    void branchIsCutAtTheEndsOfTheRange() {
        BranchDiagram diagram = diagram(PAPER, EquationForm.EXACT, true, 1.2, 1.9);
        List<BranchPoint> inPlane = only(diagram, Regime.IN_PLANE).points();
        LimitCycle first = new LimitCycles(diagram.driven()).at(1.2).cycles().getFirst();
        assertThat(inPlane.getFirst().voltage()).isEqualTo(1.2);
        assertThat(inPlane.getFirst().power()).isCloseTo(first.power(), within(1e-10));
        assertThat(only(diagram, Regime.OUT_OF_PLANE).points().getFirst().voltage()).isEqualTo(1.9);
        for (Branch branch : diagram.branches()) {
            assertThat(branch.points())
                    .allMatch(point -> point.voltage() >= 1.2 && point.voltage() <= 1.9);
        }
        assertThat(only(diagram, Regime.STATIC).points().getFirst().voltage()).isIn(1.2, 1.9);
    }

    @Test
    void strongFieldOpensThePrecessionUntilTheAntiparallelStateIsStable() {
        Oscillator oscillator = Variants.magnet(1.2, new Anisotropy(1, 0, 0));
        BranchDiagram diagram = diagram(oscillator, EquationForm.EXACT, true, 0.1, 2);
        BranchPoint end = only(diagram, Regime.IN_PLANE).points().getLast();
        // There the trace of the linear motion vanishes: σ(−1) = α(−1)(h₀ − ½).
        double exact = oscillator.damping(-1) * (1.2 - 0.5) / oscillator.spinTransferTorque(1, -1);
        assertThat(end.bifurcation()).contains(Bifurcation.HOPF);
        assertThat(end.voltage()).isCloseTo(exact, within(ROUNDING));
        assertThat(end.m().z()).isCloseTo(-1, within(ROUNDING));
        assertThat(folds(only(diagram, Regime.IN_PLANE))).hasSize(1);
        assertThat(diagram.of(Regime.OUT_OF_PLANE)).isEmpty();
    }

    @Test
    void weakFieldHasAnOutOfPlaneBranchWithoutAnEnd() {
        // No finite voltage stops the precession about x̂, so no bifurcation leads to the branch.
        BranchDiagram diagram =
                diagram(
                        Variants.magnet(0.05, new Anisotropy(1, 0, 0)),
                        EquationForm.EXACT,
                        true,
                        0.5,
                        8);
        List<BranchPoint> points = only(diagram, Regime.OUT_OF_PLANE).points();
        assertThat(points.getFirst().voltage()).isEqualTo(8);
        assertThat(points.getLast().bifurcation()).contains(Bifurcation.HOMOCLINIC);
    }

    @Test
    void secondEasyAxisMovesTheEndToSaddlesBetweenThePoles() {
        BranchDiagram diagram =
                diagram(
                        Variants.magnet(0.2, new Anisotropy(1, 0.5, 0)),
                        EquationForm.EXACT,
                        true,
                        0.1,
                        9);
        BranchPoint inPlane = only(diagram, Regime.IN_PLANE).points().getLast();
        BranchPoint outOfPlane = only(diagram, Regime.OUT_OF_PLANE).points().getLast();
        assertThat(inPlane.bifurcation()).contains(Bifurcation.HOMOCLINIC);
        assertThat(outOfPlane.bifurcation()).contains(Bifurcation.HOMOCLINIC);
        // Two saddles at m_z = −h₀/N_y, to O(σ), and −ẑ stable: the families part.
        assertThat(inPlane.m().z()).isCloseTo(-0.4, within(1e-3));
        assertThat(Math.abs(inPlane.voltage() - outOfPlane.voltage())).isGreaterThan(1);
        assertThat(only(diagram, Regime.ANTIPARALLEL).points())
                .allMatch(point -> point.stable().orElse(false));
    }

    @Test
    void axesOfTheFilmMayBeExchanged() {
        BranchDiagram x = WITH;
        BranchDiagram y =
                diagram(
                        Variants.magnet(0.35, new Anisotropy(0, 1, 0)),
                        EquationForm.EXACT,
                        true,
                        0.5,
                        6);
        for (Regime regime : List.of(Regime.IN_PLANE, Regime.OUT_OF_PLANE)) {
            List<BranchPoint> expected = only(x, regime).bifurcations();
            List<BranchPoint> actual = only(y, regime).bifurcations();
            assertThat(actual).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(actual.get(i).voltage())
                        .isCloseTo(expected.get(i).voltage(), within(ROUNDING));
                Magnetization m = expected.get(i).m();
                assertThat(actual.get(i).m().y()).isCloseTo(m.x(), within(1e-9));
                assertThat(actual.get(i).m().x()).isCloseTo(-m.y(), within(1e-9));
            }
        }
        assertThat(only(y, Regime.STATIC).points()).hasSizeGreaterThan(50);
    }

    /** Steps after which each kind of cycles has some points. */
    private static final long FEW_STEPS = 5000;

    @Test
    void aSearchThatTakesTooManyStepsIsGivenUpAndWhatItHasFoundIsKept() {
        BranchDiagram diagram = BranchDiagram.of(WITH.driven(), 0.5, 6, FEW_STEPS);
        assertThat(diagram.unfinished())
                .extracting(UnfinishedSearch::regime)
                .containsExactly(Regime.IN_PLANE, Regime.OUT_OF_PLANE);
        for (UnfinishedSearch unfinished : diagram.unfinished()) {
            assertThat(unfinished.steps()).isEqualTo(FEW_STEPS);
            List<BranchPoint> found = only(diagram, unfinished.regime()).points();
            assertThat(found).hasSizeGreaterThan(2);
            assertThat(found.getLast().voltage()).isEqualTo(unfinished.voltage());
            assertThat(only(WITH, unfinished.regime()).points())
                    .startsWith(found.toArray(new BranchPoint[0]));
        }
        assertThat(diagram.of(Regime.STATIC)).isEqualTo(WITH.of(Regime.STATIC));
        // What was given up is not lost besides.
        assertThat(diagram.looseEnds()).isEmpty();
    }

    /** A branch that goes on beyond it. */
    private static final BranchDiagram NARROW = diagram(PAPER, EquationForm.EXACT, true, 0.9, 1.2);

    /**
     * In each case the in-plane branch has been followed through the range: the steps were spent
     * where other cycles were looked for, or not at all.
     */
    @ParameterizedTest
    @ValueSource(longs = {50_000, 60_000, 70_000, 80_000, 100_000, 200_000})
    void aBranchThatIsFollowedBeyondTheRangeLeavesStepsForTheRange(long steps) {
        BranchDiagram limited = BranchDiagram.of(NARROW.driven(), 0.9, 1.2, steps);
        assertThat(limited.of(Regime.IN_PLANE)).isEqualTo(NARROW.of(Regime.IN_PLANE));
        assertThat(limited.unfinished())
                .allSatisfy(kind -> assertThat(kind.voltage()).isBetween(0.9, 1.2));
    }

    @Test
    void nothingIsGivenUpWhereTheRangeIsCompleteAndABranchBeyondItIsNot() {
        BranchDiagram limited = BranchDiagram.of(NARROW.driven(), 0.9, 1.2, 100_000);
        assertThat(limited.unfinished())
                .extracting(UnfinishedSearch::regime)
                .doesNotContain(Regime.IN_PLANE);
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "1, 1", "2, 1", "NaN, 2", "0, Infinity"})
    void rangeThatIsNoneIsRefusedNamingTheFlag(double lowest, double highest) {
        assertThatThrownBy(() -> diagram(PAPER, EquationForm.EXACT, true, lowest, highest))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("--voltage");
    }

    private static BranchDiagram diagram(
            Oscillator oscillator,
            EquationForm form,
            boolean selfTorque,
            double lowest,
            double highest) {
        BranchDiagram diagram =
                BranchDiagram.of(
                        new DrivenOscillator(oscillator, form, selfTorque), lowest, highest);
        // Every branch of every device here has to be followed to its end.
        assertThat(diagram.looseEnds()).isEmpty();
        assertThat(diagram.unfinished()).isEmpty();
        return diagram;
    }

    private static Branch only(BranchDiagram diagram, Regime regime) {
        assertThat(diagram.of(regime)).hasSize(1);
        return diagram.of(regime).getFirst();
    }

    private static List<Double> folds(Branch branch) {
        return branch.bifurcations().stream()
                .filter(point -> point.bifurcation().orElseThrow() == Bifurcation.FOLD)
                .map(BranchPoint::voltage)
                .toList();
    }
}
