package larmor.simd;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import larmor.model.InvalidInput;
import larmor.ode.BatchSolver;
import larmor.ode.BatchSolverProvider;
import larmor.ode.Dop853;
import larmor.ode.Dopri5;
import larmor.ode.Rk4;
import larmor.ode.Solver;
import larmor.ode.Verner9;

/**
 * Offers the SIMD batch solvers where the Vector API is resolved. This class names no type of that
 * API, since it must load where the API does not.
 */
public final class SimdProvider implements BatchSolverProvider {

    /** System property: 128, 256, 512 or preferred (the default) bits in a vector. */
    public static final String BITS = "larmor.simd.bits";

    private static final Set<String> WIDTHS = Set.of("128", "256", "512", "preferred");

    private static final String MODULE = "jdk.incubator.vector";

    /** By width; kept, since a kernel compiles anew in each of them. */
    private static final Map<Integer, BatchSolverProvider> OTHERS = new ConcurrentHashMap<>();

    /** Called by the service loader. */
    public SimdProvider() {}

    /**
     * The width for which this class was loaded, else the value of {@link #BITS}.
     *
     * @throws InvalidInput if it is none of the four
     */
    static String bits() {
        if (SimdProvider.class.getClassLoader() instanceof WidthLoader loader) {
            return Integer.toString(loader.bits());
        }
        String bits = System.getProperty(BITS, "preferred");
        if (!WIDTHS.contains(bits)) {
            throw new InvalidInput(BITS, "must be 128, 256, 512 or preferred, not " + bits);
        }
        return bits;
    }

    @Override
    public Optional<String> obstacle() {
        bits();
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return Optional.of(
                    "the Vector API is not resolved; start java with --add-modules " + MODULE);
        }
        return Lanes.COUNT > 1
                ? Optional.empty()
                : Optional.of("this processor has no vectors of doubles that Java can use");
    }

    @Override
    public String choice() {
        return "SIMD: " + Lanes.COUNT + " lanes (" + Lanes.BITS + " bits)";
    }

    @Override
    public List<Integer> widths() {
        return Stream.of(128, 256, 512).filter(bits -> bits <= Lanes.BEST_BITS).toList();
    }

    @Override
    public BatchSolverProvider atWidth(int bits) {
        if (!widths().contains(bits)) {
            throw new IllegalArgumentException(bits + " bits are none of " + widths());
        }
        return bits == Lanes.BITS ? this : OTHERS.computeIfAbsent(bits, SimdProvider::loaded);
    }

    private static BatchSolverProvider loaded(int bits) {
        try {
            return (BatchSolverProvider)
                    new WidthLoader(bits)
                            .loadClass(SimdProvider.class.getName())
                            .getConstructor()
                            .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the solvers cannot be loaded again", e);
        }
    }

    @Override
    public Optional<BatchSolver> twin(Solver solver) {
        return switch (solver) {
            case Rk4 rk4 -> Optional.of(new SimdRk4(rk4.stepSize()));
            case Dopri5 dopri5 -> Optional.of(new SimdDopri5(dopri5.control()));
            case Dop853 dop853 -> Optional.of(new SimdDop853(dop853));
            case Verner9 verner9 -> Optional.of(new SimdVerner9(verner9.stepSize()));
            default -> Optional.empty();
        };
    }
}
