package larmor.bench.choice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A solver with all that one has to type to get it.
 *
 * @param solver its name
 * @param control what sets its accuracy
 * @param value of the step or the tolerance
 */
public record Setting(String solver, Control control, double value) {

    private static final MathContext DIGITS = new MathContext(3, RoundingMode.DOWN);

    /** The number without the digits that nobody needs: to three, and never coarser. */
    static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    /** The same solver with this share of the value, which is at most 1. */
    public Setting finer(double share) {
        return new Setting(solver, control, rounded(share * value));
    }

    /** As one types it. */
    public String typed() {
        return solver + " " + control.flag() + " " + value;
    }
}
