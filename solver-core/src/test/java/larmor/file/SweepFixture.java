package larmor.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import larmor.model.Device;
import larmor.model.DeviceKey;
import larmor.model.DeviceValue;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.observable.Regime;
import larmor.ode.Rk4;
import larmor.ode.ScalarBatch;
import larmor.sweep.Direction;
import larmor.sweep.GridAxis;
import larmor.sweep.InitialState;
import larmor.sweep.RunFailure;
import larmor.sweep.Shard;
import larmor.sweep.Sweep;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepProtocol;
import larmor.sweep.SweepRow;
import larmor.sweep.SweepTally;

/**
 * A sweep whose rows are made up, so that tests of its files need no trajectories.
 *
 * @param sweep what it would run
 * @param table how it is written
 */
record SweepFixture(Sweep sweep, SweepTable table) {

    static final int ROWS = 300;
    static final Map<String, String> SETTINGS = Map.of("--solver", "rk4");

    static final int ROWS_PER_CHUNK = 64;

    /** What may differ between two sweeps. */
    enum Change {
        TIME("--time 500.0, not 600.0"),
        DEVICE("junction.g_right 0.12, not 0.13"),
        VOLTAGES("--voltage 60 values from 0.0 to 59.0"),
        FIELDS("--field 0.3,0.35,0.4,0.45,0.5, not 0.3,0.35,0.4,0.45,0.55"),
        GRID("--grid none, not magnet.damping=0.01"),
        ENSEMBLE("--ensemble none, not 1"),
        INITIAL("--initial "),
        LAYOUT("--format csv, not json"),
        DIRECTION("--direction none, not down");

        private final String named;

        Change(String named) {
            this.named = named;
        }

        String named() {
            return named;
        }
    }

    static SweepFixture of(SweepTable.Layout layout) {
        return of(plan(Device.PAPER, 0, 0.5, List.of(), List.of(), OptionalInt.empty()), layout);
    }

    private static SweepFixture of(SweepPlan plan, SweepTable.Layout layout) {
        return of(plan, new SweepProtocol(SweepProtocol.PAPER_INITIAL, 500, 200, 0.25), layout);
    }

    private static SweepFixture of(
            SweepPlan plan, SweepProtocol protocol, SweepTable.Layout layout) {
        return new SweepFixture(
                new Sweep(plan, protocol, new ScalarBatch(new Rk4(0.05))),
                SweepTable.of(plan, layout));
    }

    private static SweepPlan plan(
            Device device,
            double firstVoltage,
            double lastField,
            List<GridAxis> grid,
            List<Direction> directions,
            OptionalInt ensemble) {
        return new SweepPlan(
                device,
                EquationForm.EXACT,
                DoubleStream.iterate(firstVoltage, v -> v + 1).limit(60).boxed().toList(),
                List.of(0.3, 0.35, 0.4, 0.45, lastField),
                grid,
                List.of(true),
                directions,
                ensemble);
    }

    SweepFixture with(Change change) {
        SweepTable.Layout layout = table.layout();
        List<GridAxis> none = List.of();
        List<Direction> afresh = List.of();
        OptionalInt once = OptionalInt.empty();
        return switch (change) {
            case TIME ->
                    of(
                            plan(),
                            new SweepProtocol(SweepProtocol.PAPER_INITIAL, 600, 200, 0.25),
                            layout);
            case DEVICE ->
                    of(
                            plan(
                                    DeviceKey.G_RIGHT.set(
                                            Device.PAPER, new DeviceValue.Quantity(0.13)),
                                    0,
                                    0.5,
                                    none,
                                    afresh,
                                    once),
                            layout);
            case VOLTAGES -> of(plan(Device.PAPER, 0.5, 0.5, none, afresh, once), layout);
            case FIELDS -> of(plan(Device.PAPER, 0, 0.55, none, afresh, once), layout);
            case GRID ->
                    of(
                            plan(
                                    Device.PAPER,
                                    0,
                                    0.5,
                                    List.of(GridAxis.of(DeviceKey.DAMPING, List.of(0.01))),
                                    afresh,
                                    once),
                            layout);
            case ENSEMBLE ->
                    of(plan(Device.PAPER, 0, 0.5, none, afresh, OptionalInt.of(1)), layout);
            case DIRECTION ->
                    of(plan(Device.PAPER, 0, 0.5, none, List.of(Direction.DOWN), once), layout);
            case INITIAL ->
                    of(
                            plan(),
                            new SweepProtocol(
                                    new InitialState.Fixed(new Magnetization(1, 0, 0), 0.01),
                                    500,
                                    200,
                                    0.25),
                            layout);
            case LAYOUT -> of(plan(), sweep.protocol(), SweepTable.Layout.JSON);
        };
    }

    SweepPlan plan() {
        return sweep.plan();
    }

    /** Every row but some that failed has numbers of its own, some are not settled. */
    private SweepRow row(long index) {
        return index % 17 == 3
                ? SweepRow.failed(plan().point(index), new RunFailure.NoStart())
                : new SweepRow(
                        plan().point(index),
                        OptionalDouble.of(1.0 / (index + 3)),
                        OptionalDouble.of(1e-7),
                        OptionalDouble.of(index / 1e3),
                        OptionalDouble.of(1e-9),
                        Optional.of(Regime.IN_PLANE),
                        index % 5 != 0,
                        Optional.empty());
    }

    private List<SweepRow> rows(long first, long end) {
        return LongStream.range(first, end).mapToObj(this::row).toList();
    }

    SweepTally tally(long first, long end) {
        return SweepTally.of(rows(first, end));
    }

    byte[] wholeTable() {
        StringBuilder text = new StringBuilder();
        try {
            table.write(rows(0, ROWS), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(US_ASCII);
    }

    SweepFile open(Path file, Optional<Shard> shard, boolean resume) throws IOException {
        return SweepFile.open(OutputFile.of("--out", file), sweep, table, shard, SETTINGS, resume);
    }

    Optional<SweepTally> finished(Path file, Shard shard) throws IOException {
        return SweepFile.finished(OutputFile.of("--out", file), sweep, table, shard, SETTINGS);
    }

    /** Appends the missing rows of a shard chunk by chunk, up to a number of rows. */
    void fill(SweepFile file, Shard shard, long rows) throws IOException {
        long start = shard.first(plan());
        long end = Math.min(shard.end(plan()), start + Math.min(rows, ROWS));
        for (long first = start + file.done(); first < end; first += ROWS_PER_CHUNK) {
            append(file, first, Math.min(first + ROWS_PER_CHUNK, end));
        }
    }

    /** Appends rows in one block. */
    void append(SweepFile file, long first, long end) throws IOException {
        file.append(first, rows(first, end));
    }

    /** Runs a shard. */
    void run(Path file, Shard shard) throws IOException {
        try (SweepFile destination = open(file, Optional.of(shard), false)) {
            fill(destination, shard, Long.MAX_VALUE);
            destination.finish();
        }
    }

    /** Runs all shards into a folder, in an order that is not theirs. */
    List<Path> runShards(Path folder, int count) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int number = count; number >= 1; number--) {
            Path file = folder.resolve("part-" + number);
            run(file, new Shard(number, count));
            files.add(file);
        }
        return files;
    }
}
