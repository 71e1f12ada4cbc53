package larmor.sweep;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import larmor.model.Device;
import larmor.model.DeviceKey;
import larmor.model.EquationForm;
import larmor.model.InvalidInput;
import larmor.model.Oscillator;

/**
 * What a sweep runs: every combination of voltage, field, values of further keys of the device,
 * self-induced torque on or off, direction and member of an ensemble. Points are made one by one
 * from their index, so that a plan takes no memory for them. The torque varies slowest, then the
 * grid keys in their order, the field, the member, the direction and, fastest, the voltage.
 *
 * <p>With directions, the voltages of one combination of all the others form a chain: each run
 * starts where the one before has ended. Without, every point is a chain of its own.
 *
 * @param device the device, whose field and grid keys are replaced
 * @param form exact or leading order
 * @param voltages in units of V_c, at least one; in ascending order where there are directions
 * @param fields in the device's own unit, at least one
 * @param grid further keys of the device, none twice
 * @param selfTorques which settings of the torque, at least one
 * @param directions which ways the voltage goes; none where every run starts afresh
 * @param ensemble how often each point is run, from different starts; empty for once
 */
public record SweepPlan(
        Device device,
        EquationForm form,
        List<Double> voltages,
        List<Double> fields,
        List<GridAxis> grid,
        List<Boolean> selfTorques,
        List<Direction> directions,
        OptionalInt ensemble) {

    /** Days of work, and a bound for the time that the devices of a plan take to look at. */
    public static final long MOST_POINTS = 100_000_000;

    /** The keys on which the rate of precession depends. */
    private static final Set<DeviceKey> PRECESSION_KEYS =
            EnumSet.of(
                    DeviceKey.FIELD,
                    DeviceKey.ANISOTROPY_X,
                    DeviceKey.ANISOTROPY_Y,
                    DeviceKey.ANISOTROPY_Z,
                    DeviceKey.SATURATION_MAGNETIZATION);

    /**
     * Copies the lists and sorts the voltages of a plan with directions.
     *
     * @throws InvalidInput naming the key whose value is out of its own range, or which is there
     *     twice, or if there are too many points
     */
    public SweepPlan {
        voltages = directions.isEmpty() ? List.copyOf(voltages) : sorted(voltages);
        fields = List.copyOf(fields);
        grid = List.copyOf(grid);
        selfTorques = List.copyOf(selfTorques);
        directions = List.copyOf(directions);
        requireMembers(ensemble);
        requireDifferentKeys(grid);
        for (GridAxis axis : grid) {
            for (int i = 0; i < axis.size(); i++) {
                axis.set(device, i);
            }
        }
        fields.forEach(device::withField);
        requireSize(
                voltages.size(),
                fields.size(),
                selfTorques.size(),
                Math.max(1, directions.size()),
                ensemble.orElse(1),
                grid);
    }

    /** A plan over voltages and fields, each run once and afresh. */
    public SweepPlan(
            Device device,
            EquationForm form,
            List<Double> voltages,
            List<Double> fields,
            List<Boolean> selfTorques) {
        this(
                device,
                form,
                voltages,
                fields,
                List.of(),
                selfTorques,
                List.of(),
                OptionalInt.empty());
    }

    private static List<Double> sorted(List<Double> voltages) {
        return voltages.stream().sorted().toList();
    }

    private static void requireMembers(OptionalInt ensemble) {
        if (ensemble.isPresent() && ensemble.getAsInt() < 1) {
            throw new InvalidInput("--ensemble", "must be at least 1, not " + ensemble.getAsInt());
        }
    }

    private static void requireDifferentKeys(List<GridAxis> grid) {
        Set<DeviceKey> seen = EnumSet.noneOf(DeviceKey.class);
        for (GridAxis axis : grid) {
            DeviceKey key = axis.key();
            if (key == DeviceKey.FIELD) {
                throw new InvalidInput("--grid", "must leave " + key.id() + " to --field");
            }
            if (!seen.add(key)) {
                throw new InvalidInput("--grid", "has " + key.id() + " twice");
            }
            key.alternative()
                    .filter(seen::contains)
                    .ifPresent(other -> {
                        throw new InvalidInput(
                                "--grid", "cannot have " + key.id() + " beside " + other.id());
                    });
        }
    }

    private static void requireSize(
            int voltages,
            int fields,
            int torques,
            int directions,
            int members,
            List<GridAxis> grid) {
        double points = 1.0 * voltages * fields * torques * directions * members;
        for (GridAxis axis : grid) {
            points *= axis.size();
        }
        if (!(points >= 1 && points <= MOST_POINTS)) {
            throw new InvalidInput(
                    "--voltage",
                    "and the other lists must make from 1 to "
                            + MOST_POINTS
                            + " runs, not "
                            + (long) points);
        }
    }

    /** How many points. */
    public long size() {
        return chains() * chainLength();
    }

    /** How many points have to be run one after the other, each from the end of the one before. */
    public int chainLength() {
        return directions.isEmpty() ? 1 : voltages.size();
    }

    /** How many chains. */
    public long chains() {
        long chains = directions.isEmpty() ? voltages.size() : directions.size();
        chains *= ensemble.orElse(1);
        chains *= fields.size();
        for (GridAxis axis : grid) {
            chains *= axis.size();
        }
        return chains * selfTorques.size();
    }

    /**
     * One point.
     *
     * @param index from 0 to before {@link #size}
     */
    public SweepPoint point(long index) {
        MixedRadix digits = new MixedRadix(index);
        int voltage = digits.next(voltages.size());
        Optional<Direction> direction =
                directions.isEmpty()
                        ? Optional.empty()
                        : Optional.of(directions.get(digits.next(directions.size())));
        OptionalInt member =
                ensemble.isPresent()
                        ? OptionalInt.of(1 + digits.next(ensemble.getAsInt()))
                        : OptionalInt.empty();
        Device run = device.withField(fields.get(digits.next(fields.size())));
        for (GridAxis axis : grid.reversed()) {
            run = axis.set(run, digits.next(axis.size()));
        }
        boolean down = direction.filter(way -> way == Direction.DOWN).isPresent();
        return new SweepPoint(
                index,
                run,
                voltages.get(down ? voltages.size() - 1 - voltage : voltage),
                selfTorques.get(digits.next(selfTorques.size())),
                direction,
                member);
    }

    /** Takes an index apart, the fastest digit first. */
    private static final class MixedRadix {

        private long rest;

        MixedRadix(long index) {
            rest = index;
        }

        int next(int radix) {
            int digit = (int) (rest % radix);
            rest /= radix;
            return digit;
        }
    }

    /**
     * The bound of the fastest precession among the plan's devices, {@link
     * Oscillator#fastestPrecession(Device)}.
     */
    public double fastestPrecession() {
        List<GridAxis> axes = new ArrayList<>();
        axes.add(GridAxis.of(DeviceKey.FIELD, fields));
        grid.stream().filter(axis -> PRECESSION_KEYS.contains(axis.key())).forEach(axes::add);
        return fastestPrecession(device, axes);
    }

    private static double fastestPrecession(Device device, List<GridAxis> axes) {
        if (axes.isEmpty()) {
            return Oscillator.fastestPrecession(device);
        }
        GridAxis axis = axes.getFirst();
        double fastest = 0;
        for (int i = 0; i < axis.size(); i++) {
            double one = fastestPrecession(axis.set(device, i), axes.subList(1, axes.size()));
            fastest = Math.max(fastest, one);
        }
        return fastest;
    }

    /** The devices at the ends of every list of fields and grid values, each once. */
    List<Device> corners() {
        List<Device> corners = List.of(device);
        List<GridAxis> axes = new ArrayList<>(grid);
        axes.add(GridAxis.of(DeviceKey.FIELD, fields));
        for (GridAxis axis : axes) {
            List<Device> next = new ArrayList<>();
            for (Device corner : corners) {
                next.add(axis.set(corner, 0));
                next.add(axis.set(corner, axis.size() - 1));
            }
            corners = next.stream().distinct().toList();
        }
        return corners;
    }
}
