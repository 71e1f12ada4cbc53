import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.Dopri5;
import larmor.ode.Sampling;
import larmor.ode.Solution;
import larmor.ode.Solver;

/** The magnet of the paper's device at 1.5 V_c, from near the pole to t' = 400. */
public final class OneTrajectory {

    public static void main(String[] arguments) {
        Oscillator oscillator = Oscillator.of(Device.PAPER);
        boolean selfTorque = true;
        Solver solver = new Dopri5(1e-8);

        // Five samples, evenly spaced over the run, both ends included.
        List<String> samples = new ArrayList<>();
        Solution solution =
                solver.integrate(
                        oscillator.coefficients(1.5, EquationForm.EXACT, selfTorque),
                        Magnetization.normalized("start", 0.01, 0, 1),
                        400,
                        Sampling.dividing(400, 4),
                        (index, time, x, y, z) ->
                                samples.add(
                                        String.format(
                                                Locale.ROOT,
                                                "%4.0f  %9.6f  %9.6f  %9.6f",
                                                time,
                                                x,
                                                y,
                                                z)));

        System.out.println("  t'        m_x        m_y        m_z");
        samples.forEach(System.out::println);
        switch (solution) {
            case Solution.Completed completed ->
                    System.out.println(
                            completed.statistics().steps()
                                    + " steps, |m| kept to "
                                    + completed.statistics().normError());
            case Solution.Failed failed -> System.out.println(failed.failure());
        }
    }
}
