package larmor.validation.numerics;

import java.util.List;
import larmor.validation.ladder.References;
import larmor.validation.page.Axis;
import larmor.validation.page.Guide;
import larmor.validation.page.Numeral;

/** The axis of errors against the certified end states, and its floors. */
final class ErrorAxis {

    /** From below the rounding of a double to 1. */
    private static final Axis.Range DECADES = new Axis.Range(1e-18, 1, 2);

    private ErrorAxis() {}

    /** The axis. */
    static Axis of(String name) {
        return Axis.logarithmic(name, "|δm|").over(DECADES);
    }

    /**
     * The rounding of a double, and the uncertainty of the end states themselves: at the lower
     * edge, since the axis would have to be half as long again to reach it.
     */
    static List<Guide> floors(References references) {
        return List.of(
                Guide.atY(Rounding.UNIT, "rounding of a double"),
                Guide.atY(
                        DECADES.low(),
                        "↓ end states known to " + Numeral.of(references.uncertainty(), 1)));
    }
}
