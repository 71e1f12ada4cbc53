package larmor.ode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SolverDescriptionTest {

    private static final ErrorControl CONTROL = new ErrorControl(1e-7, ErrorNorm.ABSOLUTE, 1);

    @Test
    void solversGoByTheNamesOfTheirMethodsAndTellTheirOrders() {
        assertDescription(new Rk4(0.1), "rk4", 4, false);
        assertDescription(new Dopri5(CONTROL), "dopri5", 5, true);
        assertDescription(new Dop853(CONTROL), "dop853", 8, true);
        assertDescription(Dop853.withStep(0.1), "dop853", 8, false);
        assertDescription(new Verner9(0.1), "verner9", 9, false);
    }

    private static void assertDescription(Solver solver, String id, int order, boolean adaptive) {
        SolverDescription description = solver.description();
        assertThat(description.id()).isEqualTo(id);
        assertThat(description.order()).isEqualTo(order);
        assertThat(description.adaptive()).isEqualTo(adaptive);
        assertThat(description.lanes()).isEqualTo(1);
        assertThat(new ScalarBatch(solver).description()).isEqualTo(description);
    }

    @Test
    void solversTellWhatChoosesTheirSteps() {
        assertThat(new Rk4(0.1).stepSize()).isEqualTo(0.1);
        assertThat(new Verner9(0.1).stepSize()).isEqualTo(0.1);
        assertThat(Dop853.withStep(0.1).stepSize()).hasValue(0.1);
        assertThat(Dop853.withStep(0.1).control()).isEmpty();
        assertThat(new Dop853(CONTROL).stepSize()).isEmpty();
        assertThat(new Dop853(CONTROL).control()).contains(CONTROL);
        assertThat(new Dopri5(CONTROL).control()).isEqualTo(CONTROL);
    }
}
