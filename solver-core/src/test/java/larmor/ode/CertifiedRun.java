package larmor.ode;

import larmor.model.Coefficients;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;

/** The paper's device at v = 1.5, exact form, m(0) ∝ (0.01, 0, 1), T = 100, in quad precision. */
final class CertifiedRun {

    static final double END_TIME = 100;

    static final Magnetization START = Magnetization.normalized("start", 0.01, 0, 1);

    private static final Magnetization END =
            new Magnetization(0.01428310949699570, -0.01093707912258627, 0.99983817344776592);

    private CertifiedRun() {}

    static Coefficients coefficients() {
        return Oscillator.of(Device.PAPER).coefficients(1.5, EquationForm.EXACT, true);
    }

    /** Distance of a completed run from the certified end. */
    static double error(Solution solution) {
        return distance(end(solution), END);
    }

    static Magnetization end(Solution solution) {
        return switch (solution) {
            case Solution.Completed completed -> completed.end();
            case Solution.Failed failed -> throw new AssertionError(failed.failure().message());
        };
    }

    static double distance(Magnetization a, Magnetization b) {
        return new Magnetization(a.x() - b.x(), a.y() - b.y(), a.z() - b.z()).norm();
    }
}
