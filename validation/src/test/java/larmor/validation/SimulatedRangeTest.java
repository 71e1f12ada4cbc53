package larmor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import larmor.model.Device;
import larmor.observable.Regime;
import larmor.sweep.Direction;
import larmor.sweep.SweepPoint;
import larmor.sweep.SweepRow;
import org.junit.jupiter.api.Test;

class SimulatedRangeTest {

    private static final List<SweepRow> ROWS =
            List.of(
                    row(4.95, Regime.STATIC, true),
                    row(0.9, Regime.PARALLEL, true),
                    row(0.98, Regime.PARALLEL, true),
                    row(1.004, Regime.IN_PLANE, false),
                    row(1.1, Regime.IN_PLANE, true),
                    row(1.6, Regime.IN_PLANE, true),
                    row(1.7, Regime.OUT_OF_PLANE, true),
                    row(4.85, Regime.OUT_OF_PLANE, true));

    private static SweepRow row(double voltage, Regime regime, boolean settled) {
        boolean atRest = regime == Regime.PARALLEL || regime == Regime.STATIC;
        return new SweepRow(
                SweepPoint.of(Device.PAPER, voltage, true),
                atRest ? OptionalDouble.empty() : OptionalDouble.of(0.5),
                OptionalDouble.empty(),
                OptionalDouble.of(0.5),
                OptionalDouble.of(1e-9),
                Optional.of(regime),
                settled,
                Optional.empty());
    }

    @Test
    void anEndLiesBetweenTheSettledNeighboursThatDiffer() {
        assertThat(SimulatedRange.of(ROWS, Optional.empty()).ends())
                .isEqualTo(
                        Map.of(
                                RangeEnd.ONSET,
                                new SimulatedRange.Bracket(0.98, 1.1),
                                RangeEnd.IN_PLANE_END,
                                new SimulatedRange.Bracket(1.6, 1.7),
                                RangeEnd.OUT_OF_PLANE_END,
                                new SimulatedRange.Bracket(4.85, 4.95)));
    }

    @Test
    void onTheWayDownTheOscillationDiesAtItsLowestVoltage() {
        assertThat(SimulatedRange.of(ROWS, Optional.of(Direction.DOWN)).ends())
                .containsKey(RangeEnd.LOWEST)
                .doesNotContainKey(RangeEnd.ONSET);
    }

    @Test
    void membersOfAnEnsembleThatDifferSayNothing() {
        List<SweepRow> rows = new ArrayList<>(ROWS);
        // Both kinds exist here: which one a run comes to is up to its start.
        rows.add(row(1.65, Regime.IN_PLANE, true));
        rows.add(row(1.65, Regime.OUT_OF_PLANE, true));
        rows.add(row(1.6, Regime.IN_PLANE, true));
        assertThat(SimulatedRange.of(rows, Optional.empty()).ends())
                .containsEntry(RangeEnd.IN_PLANE_END, new SimulatedRange.Bracket(1.6, 1.7));
    }

    @Test
    void anEndThatTheSweepDoesNotPassIsLeftOut() {
        assertThat(SimulatedRange.of(ROWS.subList(1, 6), Optional.of(Direction.UP)).ends())
                .containsOnlyKeys(RangeEnd.ONSET);
    }
}
