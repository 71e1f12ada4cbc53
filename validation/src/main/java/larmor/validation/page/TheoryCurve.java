package larmor.validation.page;

import java.util.List;

/**
 * A branch of auto-oscillations as a theory has it.
 *
 * @param selfTorque whether the self-induced torque acts
 * @param points along the branch; the voltage need not be monotonic
 */
public record TheoryCurve(boolean selfTorque, List<Point> points) {

    /**
     * One auto-oscillation.
     *
     * @param voltage V/V_c
     * @param frequency ω/ω₀
     * @param power ⟨p⟩
     */
    public record Point(double voltage, double frequency, double power) {}

    /** Copies the list. */
    public TheoryCurve {
        points = List.copyOf(points);
    }
}
