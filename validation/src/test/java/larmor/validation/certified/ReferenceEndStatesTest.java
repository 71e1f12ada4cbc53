package larmor.validation.certified;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.LlgsEquation;
import larmor.ode.Rk4;
import larmor.ode.Solution;
import larmor.validation.certified.ReferenceEndStates.EndState;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class ReferenceEndStatesTest {

    private static final List<EndState> TABLE = ReferenceEndStates.table();

    /** What the table promises. */
    private static final double PROMISED = 1e-20;

    @Test
    void tableIsGoodToTwentyDecimals() {
        assertThat(TABLE).hasSize(32);
        assertThat(TABLE).allSatisfy(state -> assertThat(state.uncertainty()).isLessThan(PROMISED));
    }

    @Test
    void exactFormKeepsTheNormOfTheStart() {
        assertThat(TABLE)
                .filteredOn(state -> state.form() == EquationForm.EXACT)
                .allSatisfy(state -> {
                    Magnetization start = state.start();
                    BigDecimal norm =
                            square(new BigDecimal(start.x()))
                                    .add(square(new BigDecimal(start.y())))
                                    .add(square(new BigDecimal(start.z())));
                    BigDecimal end =
                            square(state.x()).add(square(state.y())).add(square(state.z()));
                    // |m|² of three components, each off by the uncertainty.
                    assertThat(end.subtract(norm).abs().doubleValue())
                            .isLessThan(6 * state.uncertainty());
                });
    }

    @Test
    void anEntryMadeAgainIsTheCommittedOne() {
        EquationForm form = EquationForm.EXACT;
        Magnetization start = ReferenceEndStates.TILTED;
        assertThat(ReferenceEndStates.certify(1.5, true, form, start, 100))
                .isEqualTo(entry(1.5, true, form, start));
    }

    @Test
    @EnabledIfSystemProperty(named = "larmor.certify", matches = "all")
    void wholeTableMadeAgainIsTheCommittedOne() {
        assertThat(ReferenceEndStates.csv(ReferenceEndStates.regenerate()))
                .isEqualTo(ReferenceEndStates.committed());
    }

    @Test
    void tableReadAndWrittenIsTheSameText() {
        assertThat(ReferenceEndStates.csv(TABLE)).isEqualTo(ReferenceEndStates.committed());
    }

    @Test
    void paperDeviceEndsWhereAnIndependentThirtyDigitIntegrationPutsIt() {
        // Decimal parameters, π and the start exact to 30 digits; ours are doubles, hence 2e-16.
        double roundedParameters = 3e-16;
        Magnetization independent =
                new Magnetization(
                        0.0142831094969357046, -0.0109370791225862665, 0.9998381734477659124);
        EndState ours = entry(1.5, true, EquationForm.EXACT, ReferenceEndStates.NEAR_PARALLEL);
        assertThat(ours.distanceTo(independent)).isLessThan(roundedParameters);
    }

    @Test
    void hipparchusInDoublePrecisionAgreesAsFarAsItCan() {
        // Tolerance 1e-14 over 11 periods, the error growing with the phase.
        double reach = 1e-11;
        for (EndState state : TABLE) {
            if (state.time() == 100) {
                assertThat(state.distanceTo(hipparchus(state))).as(label(state)).isLessThan(reach);
            }
        }
    }

    @Test
    void rk4WithASmallStepAgreesAsFarAsItCan() {
        // At h = 0.001 truncation leaves 1e-13 a period, rounding 1e-16 √1e5 a component.
        double reach = 1e-11;
        for (EndState state : TABLE) {
            if (state.time() == 100) {
                Solution solution =
                        new Rk4(0.001)
                                .integrate(
                                        Oscillator.of(Device.PAPER)
                                                .coefficients(
                                                        state.voltage(),
                                                        state.form(),
                                                        state.selfTorque()),
                                        state.start(),
                                        state.time());
                assertThat(state.distanceTo(((Solution.Completed) solution).end()))
                        .as(label(state))
                        .isLessThan(reach);
            }
        }
    }

    private static String label(EndState state) {
        return String.format(
                Locale.ROOT,
                "v = %s, self-torque %s, %s",
                state.voltage(),
                state.selfTorque(),
                state.form().id());
    }

    private static EndState entry(
            double v, boolean selfTorque, EquationForm form, Magnetization start) {
        return TABLE.stream()
                .filter(state ->
                        state.voltage() == v
                                && state.selfTorque() == selfTorque
                                && state.form() == form
                                && state.start().equals(start)
                                && state.time() == 100)
                .findFirst()
                .orElseThrow();
    }

    private static Magnetization hipparchus(EndState state) {
        LlgsEquation equation =
                new LlgsEquation(
                        Oscillator.of(Device.PAPER)
                                .coefficients(state.voltage(), state.form(), state.selfTorque()));
        OrdinaryDifferentialEquation problem =
                new OrdinaryDifferentialEquation() {
                    @Override
                    public int getDimension() {
                        return 3;
                    }

                    @Override
                    public double[] computeDerivatives(double t, double[] m) {
                        double[] rate = new double[3];
                        equation.rate(m, rate);
                        return rate;
                    }
                };
        Magnetization start = state.start();
        double[] end =
                new DormandPrince853Integrator(1e-10, 10, 1e-14, 1e-14)
                        .integrate(
                                problem,
                                new ODEState(0, new double[] {start.x(), start.y(), start.z()}),
                                state.time())
                        .getPrimaryState();
        return new Magnetization(end[0], end[1], end[2]);
    }

    private static BigDecimal square(BigDecimal value) {
        return value.pow(2);
    }
}
