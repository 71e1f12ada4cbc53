package larmor.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import larmor.model.Damping;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Junction;
import larmor.model.Magnet;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.observable.Regime;
import larmor.ode.Rk4;
import larmor.ode.SampleSink;
import larmor.ode.ScalarBatch;
import larmor.ode.Solution;
import org.junit.jupiter.api.Test;

class HysteresisTest {

    private static final Rk4 SOLVER = new Rk4(0.05);

    /**
     * The onset is subcritical with the damping held constant and no self-induced torque: between
     * the fold at v = 0.8355 and the onset at 1 both states are stable. Neither depends on the size
     * of the damping, which is large here so that runs may be short.
     */
    private static final Device BISTABLE =
            new Device(
                    new Junction(0.12, 0.05, 0.12, 0.4, false, true),
                    new Magnet(new Damping.Total(0.05), 0.35, Device.PAPER.magnet().anisotropy()),
                    Device.PAPER.units());

    /** Growth at v = 1.1 by e^(s_c 0.1 t') = e^11, decay at 0.7 by e^−32. */
    private static final SweepProtocol PROTOCOL =
            new SweepProtocol(SweepProtocol.PAPER_INITIAL, 2500, 250, 0.25);

    private static SweepPlan plan(List<Direction> directions, Double... voltages) {
        return new SweepPlan(
                BISTABLE,
                EquationForm.EXACT,
                List.of(voltages),
                List.of(0.35),
                List.of(),
                List.of(false),
                directions,
                OptionalInt.empty());
    }

    private static List<SweepRow> run(SweepPlan plan, int threads) {
        return new Sweep(plan, PROTOCOL, new ScalarBatch(SOLVER)).run(threads, Sweep.Progress.NONE);
    }

    @Test
    void theWayDownKeepsTheOscillationThatTheWayUpHasNotReached() {
        SweepPlan plan = plan(List.of(Direction.UP, Direction.DOWN), 0.7, 0.9, 1.1);
        List<SweepRow> rows = run(plan, 1);
        assertThat(rows)
                .extracting(row -> row.regime().orElseThrow())
                .containsExactly(
                        Regime.PARALLEL,
                        Regime.PARALLEL,
                        Regime.IN_PLANE,
                        Regime.IN_PLANE,
                        Regime.IN_PLANE,
                        Regime.PARALLEL);
        assertThat(run(plan, 2)).isEqualTo(rows);
    }

    @Test
    void aRunGoesOnFromTheStateThatTheOneBeforeHasEndedIn() {
        Oscillator oscillator = Oscillator.of(BISTABLE);
        Solution first =
                SOLVER.integrate(
                        oscillator.coefficients(1.1, EquationForm.EXACT, false),
                        PROTOCOL.initial().start(0),
                        PROTOCOL.endTime(),
                        PROTOCOL.sampling(),
                        SampleSink.IGNORE);
        assertThat(first).isInstanceOf(Solution.Completed.class);
        Magnetization end = ((Solution.Completed) first).end();
        InitialState start =
                new InitialState.Fixed(
                        Magnetization.normalized("start", end.x(), end.y(), end.z()), 0.01);
        SweepRow alone =
                new Sweep(
                                plan(List.of(), 1.15),
                                new SweepProtocol(start, 2500, 250, 0.25),
                                new ScalarBatch(SOLVER))
                        .run(1, Sweep.Progress.NONE)
                        .getFirst();
        SweepRow second = run(plan(List.of(Direction.UP), 1.15, 1.1), 1).getLast();
        assertThat(second.power()).isEqualTo(alone.power());
        assertThat(second.frequency()).isEqualTo(alone.frequency());
    }

    @Test
    void aRunThatFailsLeavesThoseBehindItWithoutAStart() {
        List<SweepRow> rows = run(plan(List.of(Direction.UP, Direction.DOWN), 0.9, 1.1, 9e4), 1);
        assertThat(rows)
                .extracting(row -> row.failure().map(RunFailure::id).orElse("none"))
                .containsExactly(
                        "none", "none", "step-too-large", "step-too-large", "no-start", "no-start");
    }
}
