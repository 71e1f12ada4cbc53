package larmor.ode;

/**
 * The state of a system of any size and one step of {@link Dop853Tableau} from it, forward or
 * backward in time, for equations that go along with the equation of motion: its variations,
 * integrals over a trajectory. The sums over the stages are those of {@link Dop853}.
 *
 * <p>A step is tried with {@link #attempt} as often as one likes and taken with {@link #advance}.
 * There is no error estimate: whoever chooses the steps knows the rates of the system.
 */
public final class SystemStep {

    private static final int FIRST_SUM_STAGE = 2;
    private static final int LAST_SUM_STAGE = 12;

    /** Stages of a component in {@code k}, which counts them from 1 as the tableau does. */
    private static final int STRIDE = 13;

    private final AutonomousSystem system;
    private final int dimension;
    private final double[] k;
    private final double[] stageState;
    private final double[] stageRate;
    private double[] start;
    private double[] startRate;
    private double[] end;
    private double[] endRate;

    /**
     * A system at its start.
     *
     * @param start of the system's dimension. Not modified.
     */
    public SystemStep(AutonomousSystem system, double[] start) {
        this.system = system;
        dimension = system.dimension();
        k = new double[STRIDE * dimension];
        stageState = new double[dimension];
        stageRate = new double[dimension];
        this.start = start.clone();
        startRate = new double[dimension];
        end = start.clone();
        system.rate(start, startRate);
        endRate = startRate.clone();
    }

    /**
     * Tries a step.
     *
     * @param h its length in t', negative to go back
     */
    public void attempt(double h) {
        store(1, startRate, h);
        for (int stage = FIRST_SUM_STAGE; stage <= LAST_SUM_STAGE; stage++) {
            for (int i = 0; i < dimension; i++) {
                stageState[i] = argument(stage, start[i], STRIDE * i);
            }
            system.rate(stageState, stageRate);
            store(stage, stageRate, h);
        }
        for (int i = 0; i < dimension; i++) {
            end[i] = start[i] + Dop853Step.increment(k, STRIDE * i);
        }
        system.rate(end, endRate);
    }

    private void store(int stage, double[] rate, double h) {
        for (int i = 0; i < dimension; i++) {
            k[STRIDE * i + stage] = h * rate[i];
        }
    }

    private double argument(int stage, double from, int component) {
        return switch (stage) {
            case 2 -> Dop853Step.point2(from, k, component);
            case 3 -> Dop853Step.point3(from, k, component);
            case 4 -> Dop853Step.point4(from, k, component);
            case 5 -> Dop853Step.point5(from, k, component);
            case 6 -> Dop853Step.point6(from, k, component);
            case 7 -> Dop853Step.point7(from, k, component);
            case 8 -> Dop853Step.point8(from, k, component);
            case 9 -> Dop853Step.point9(from, k, component);
            case 10 -> Dop853Step.point10(from, k, component);
            case 11 -> Dop853Step.point11(from, k, component);
            default -> Dop853Step.point12(from, k, component);
        };
    }

    /** Moves to the end of the last attempt. */
    public void advance() {
        double[] reached = end;
        end = start;
        start = reached;
        double[] reachedRate = endRate;
        endRate = startRate;
        startRate = reachedRate;
    }

    /** A component at the end of the last attempt; before the first, at the start. */
    public double end(int component) {
        return end[component];
    }

    /** The rate of change of a component where {@link #end} is. */
    public double endRate(int component) {
        return endRate[component];
    }
}
