package larmor.validation.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.observable.Regime;
import larmor.orbit.Bifurcation;
import larmor.orbit.Branch;
import larmor.orbit.BranchDiagram;
import larmor.orbit.BranchPoint;
import larmor.orbit.DrivenOscillator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BranchPanelsTest {

    /** Subcritical: unstable down to the fold, then stable up to the end. */
    private static final BranchPanels PANELS =
            new BranchPanels(
                    List.of(
                            diagram(
                                    true,
                                    new Branch(
                                            Regime.PARALLEL,
                                            List.of(
                                                    atRest(0.8, true),
                                                    atRest(1, null),
                                                    atRest(1.2, false))),
                                    new Branch(
                                            Regime.IN_PLANE,
                                            List.of(
                                                    special(1, 1, 0, Bifurcation.HOPF),
                                                    cycle(0.95, 0.9, 0.2, false),
                                                    special(0.9, 0.8, 0.3, Bifurcation.FOLD),
                                                    cycle(1.0, 0.6, 0.5, true),
                                                    cycle(1.1, 0.5, 0.6, true),
                                                    special(1.2, 0, 1, Bifurcation.HOMOCLINIC)))),
                            diagram(
                                    false,
                                    new Branch(
                                            Regime.IN_PLANE,
                                            List.of(cycle(1.1, 0.4, 0.7, true))))));

    @Test
    void stablePartsAreSolidAndUnstableDashedAndBothReachTheFold() {
        Figure figure = PANELS.frequency();
        Series stable = series(figure, "With self-induced torque: stable");
        Series unstable = series(figure, "With self-induced torque: unstable");
        assertThat(stable.line()).isEqualTo(Series.Line.SOLID);
        assertThat(unstable.line()).isEqualTo(Series.Line.DASHED);
        assertThat(stable.points()).extracting(Series.Point::x).containsExactly(0.9, 1.0, 1.1, 1.2);
        assertThat(unstable.points()).extracting(Series.Point::x).containsExactly(1.0, 0.95, 0.9);
    }

    @Test
    void staticStateHasAPowerAndNoFrequencyAndChangesItsLineWhereItLosesStability() {
        Series stable = series(PANELS.power(), "With self-induced torque: stable");
        Series unstable = series(PANELS.power(), "With self-induced torque: unstable");
        assertThat(stable.points().subList(0, 2))
                .extracting(Series.Point::x)
                .containsExactly(0.8, 1.0);
        assertThat(stable.points().get(2).isGap()).isTrue();
        assertThat(unstable.points().subList(0, 2))
                .extracting(Series.Point::x)
                .containsExactly(1.0, 1.2);
        assertThat(series(PANELS.frequency(), "With self-induced torque: stable").points())
                .noneMatch(Series.Point::isGap);
    }

    @Test
    void everyBifurcationIsMarked() {
        Figure figure = PANELS.power();
        assertThat(figure.series())
                .filteredOn(series -> series.mark() != Series.Mark.NONE)
                .extracting(series -> series.points().getFirst().x())
                .containsExactly(1.0, 0.9, 1.2);
        assertThat(figure.series())
                .filteredOn(series -> series.mark() == Series.Mark.DIAMOND)
                .singleElement()
                .satisfies(fold ->
                        assertThat(fold.points().getFirst().facts())
                                .contains(
                                        new Fact("V/V_c", "0.9"),
                                        new Fact("states", "in-plane"),
                                        new Fact("self-induced torque", "on")));
    }

    @Test
    void theCaptionNamesStaticStatesOffTheAxisWhereThereAreAny() {
        assertThat(PANELS.power().caption())
                .contains("at 0 the parallel, at 1 the antiparallel one. ");
        BranchPanels tilted =
                new BranchPanels(
                        List.of(
                                diagram(
                                        true,
                                        new Branch(
                                                Regime.STATIC,
                                                List.of(atRest(0.8, false), atRest(1.2, false))))));
        assertThat(tilted.power().caption()).contains("antiparallel one, between them those that");
        assertThat(tilted.frequency().caption()).doesNotContain("tatic");
    }

    @Test
    void settingsOfTheTorqueDifferInColour() {
        assertThat(series(PANELS.power(), "With self-induced torque: stable").hue())
                .isNotEqualTo(series(PANELS.power(), "Without self-induced torque: stable").hue());
    }

    @Test
    void whereBothSettingsOfTheTorqueAgreeBothAreSeen() {
        assertThat(PANELS.power().series())
                .allSatisfy(series ->
                        assertThat(series.size())
                                .isEqualTo(
                                        series.hue() == Hue.BLUE
                                                ? Series.Size.FULL
                                                : Series.Size.SMALL));
        assertThat(PANELS.power().caption()).contains("finer lines and marks without the torque");
    }

    @Test
    void aDeviceInSiUnitsIsDrawnInMillivoltsAndGigahertzAndToldInBoth() {
        BranchPanels panels =
                new BranchPanels(
                        List.of(
                                diagram(
                                        Nanopillar.DEVICE,
                                        true,
                                        new Branch(
                                                Regime.IN_PLANE,
                                                List.of(
                                                        special(1, 1, 0, Bifurcation.HOPF),
                                                        cycle(1.1, 0.5, 0.6, true))))));
        Figure figure = panels.frequency();
        assertThat(figure.x().label()).isEqualTo("V (mV)");
        assertThat(figure.y().label()).isEqualTo("f (GHz)");
        assertThat(figure.caption()).startsWith("f = 1/T");
        assertThat(figure.notes()).containsExactly(Nanopillar.NOTE);
        Axis.Range range = figure.x().range().orElseThrow();
        assertThat(range.low()).isLessThanOrEqualTo(0.8 * Nanopillar.MILLIVOLTS);
        assertThat(range.high()).isBetween(1.2 * Nanopillar.MILLIVOLTS, 160.0);
        assertThat(figure.guides().getFirst().at())
                .isCloseTo(Nanopillar.MILLIVOLTS, Nanopillar.FIVE_DIGITS);
        Series.Point cycle = figure.series().getFirst().points().getLast();
        assertThat(cycle.x()).isCloseTo(1.1 * Nanopillar.MILLIVOLTS, Nanopillar.FIVE_DIGITS);
        assertThat(cycle.y()).isCloseTo(0.5 * Nanopillar.GIGAHERTZ, Nanopillar.FIVE_DIGITS);
        Series.Point hopf = figure.series().getLast().points().getFirst();
        assertThat(hopf.x()).isCloseTo(Nanopillar.MILLIVOLTS, Nanopillar.FIVE_DIGITS);
        assertThat(hopf.facts())
                .extracting(Fact::label)
                .startsWith("V (mV)", "V/V_c", "f (GHz)", "ω/ω₀", "⟨p⟩");
        assertThat(hopf.facts()).contains(new Fact("V/V_c", "1"), new Fact("ω/ω₀", "1"));
        assertThat(panels.power().x()).isEqualTo(figure.x());
        assertThat(panels.power().y().label()).isEqualTo("⟨p⟩");
    }

    private static Series series(Figure figure, String name) {
        return figure.series().stream()
                .filter(series -> series.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static BranchDiagram diagram(boolean selfTorque, Branch... branches) {
        return diagram(Device.PAPER, selfTorque, branches);
    }

    private static BranchDiagram diagram(Device device, boolean selfTorque, Branch... branches) {
        return new BranchDiagram(
                new DrivenOscillator(Oscillator.of(device), EquationForm.EXACT, selfTorque),
                0.8,
                1.2,
                List.of(branches),
                List.of());
    }

    private static BranchPoint cycle(double v, double frequency, double power, boolean stable) {
        return point(v, OptionalDouble.of(frequency), power, Optional.of(stable), Optional.empty());
    }

    private static BranchPoint special(
            double v, double frequency, double power, Bifurcation bifurcation) {
        return point(
                v, OptionalDouble.of(frequency), power, Optional.empty(), Optional.of(bifurcation));
    }

    private static BranchPoint atRest(double v, @Nullable Boolean stable) {
        return point(v, OptionalDouble.empty(), 0, Optional.ofNullable(stable), Optional.empty());
    }

    private static BranchPoint point(
            double v,
            OptionalDouble frequency,
            double power,
            Optional<Boolean> stable,
            Optional<Bifurcation> bifurcation) {
        return new BranchPoint(
                v,
                frequency,
                power,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                stable,
                new Magnetization(0, 0, 1),
                bifurcation);
    }
}
