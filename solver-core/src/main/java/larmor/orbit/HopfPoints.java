package larmor.orbit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.hipparchus.analysis.UnivariateFunction;

/**
 * The voltages at which a static state changes its stability with a pair of complex eigenvalues: tr
 * L = 0, det L &gt; 0. A branch of cycles begins or ends at each.
 */
final class HopfPoints {

    private static final int SCAN_INTERVALS = 200;
    private static final double VOLTAGE_ACCURACY = 1e-14;

    private HopfPoints() {}

    /**
     * The states at these voltages, in their order.
     *
     * @param state the state at a voltage, empty where there is none
     * @param lowest voltage, above 0
     * @param highest voltage
     */
    static List<StaticState> between(
            DoubleFunction<Optional<StaticState>> state, double lowest, double highest) {
        UnivariateFunction trace =
                v -> state.apply(v).map(s -> s.stability().trace()).orElse(Double.NaN);
        List<StaticState> found = new ArrayList<>();
        double ratio = StrictMath.log(highest / lowest) / SCAN_INTERVALS;
        double left = lowest;
        double before = trace.value(left);
        for (int i = 1; i <= SCAN_INTERVALS; i++) {
            double right = lowest * StrictMath.exp(i * ratio);
            double after = trace.value(right);
            if (BracketedRoot.between(before, after)) {
                BracketedRoot.of(trace, left, right, VOLTAGE_ACCURACY).stream()
                        .mapToObj(state)
                        .flatMap(Optional::stream)
                        .filter(s -> s.stability().determinant() > 0)
                        .forEach(found::add);
            }
            left = right;
            before = after;
        }
        return found;
    }
}
