package larmor.bench.choice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import larmor.model.InvalidInput;
import larmor.ode.BatchSolver;
import larmor.ode.ErrorControl;
import larmor.validation.SolverCatalogue;

/**
 * A solver with all that one has to type to get it.
 *
 * @param solver its name
 * @param control what sets its accuracy
 * @param value of the step or the tolerance
 */
public record Setting(String solver, Control control, double value) {

    private static final MathContext DIGITS = new MathContext(3, RoundingMode.DOWN);

    /**
     * @throws InvalidInput if no solver has this name, or if it has no use for this control or does
     *     not accept its value
     */
    public Setting {
        BatchSolver _ = batchSolver(solver, control, value);
    }

    /** The number without the digits that nobody needs: to three, and never coarser. */
    static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    /** The same solver with this share of the value, which is at most 1, as far as there is one. */
    public Setting finer(double share) {
        double finer = rounded(share * value);
        return new Setting(
                solver,
                control,
                control == Control.STEP ? finer : Math.max(finer, ErrorControl.LEAST_TOLERANCE));
    }

    /** The solver. */
    public BatchSolver batchSolver() {
        return batchSolver(solver, control, value);
    }

    /** Its step, on which samples have to lie; empty if it adapts. */
    public OptionalDouble step() {
        return step(control, value);
    }

    private static BatchSolver batchSolver(String solver, Control control, double value) {
        OptionalDouble step = step(control, value);
        return SolverCatalogue.createBatch(
                new SolverCatalogue.Request(
                        solver,
                        step,
                        step.isPresent() ? OptionalDouble.empty() : OptionalDouble.of(value),
                        value,
                        OptionalLong.empty()));
    }

    private static OptionalDouble step(Control control, double value) {
        return control == Control.STEP ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** As one types it. */
    public String typed() {
        return solver + " " + control.flag() + " " + value;
    }
}
