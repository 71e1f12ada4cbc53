package larmor.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import larmor.model.Device;
import larmor.model.DeviceKey;
import larmor.model.DeviceValue;
import larmor.model.EquationForm;
import larmor.model.InvalidInput;
import larmor.model.Oscillator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepPlanTest {

    private static final SweepPlan EVERYTHING =
            new SweepPlan(
                    Device.PAPER,
                    EquationForm.EXACT,
                    List.of(1.3, 1.1, 1.2),
                    List.of(0.3, 0.4),
                    List.of(
                            GridAxis.of(DeviceKey.DAMPING, List.of(0.01, 0.02)),
                            new GridAxis(
                                    DeviceKey.ANGULAR_TORQUE,
                                    List.of(
                                            new DeviceValue.Switch(true),
                                            new DeviceValue.Switch(false)))),
                    List.of(true, false),
                    List.of(Direction.UP, Direction.DOWN),
                    OptionalInt.of(2));

    private static List<SweepPoint> points(SweepPlan plan) {
        return LongStream.range(0, plan.size()).mapToObj(plan::point).toList();
    }

    @Test
    void everyCombinationIsThereOnce() {
        List<SweepPoint> points = points(EVERYTHING);
        assertThat(points).hasSize(3 * 2 * 2 * 2 * 2 * 2 * 2);
        assertThat(new HashSet<>(points.stream().map(SweepPlanTest::withoutIndex).toList()))
                .hasSameSizeAs(points);
    }

    private static SweepPoint withoutIndex(SweepPoint point) {
        return new SweepPoint(
                0,
                point.device(),
                point.voltage(),
                point.selfTorque(),
                point.direction(),
                point.member());
    }

    @Test
    void theVoltageVariesFastestThenDirectionMemberFieldGridKeysAndTorque() {
        assertThat(points(EVERYTHING).subList(0, 6))
                .extracting(SweepPoint::voltage)
                .containsExactly(1.1, 1.2, 1.3, 1.3, 1.2, 1.1);
        assertThat(EVERYTHING.point(5).direction()).contains(Direction.DOWN);
        assertThat(EVERYTHING.point(6).member()).hasValue(2);
        assertThat(EVERYTHING.point(12).field()).isEqualTo(0.4);
        assertThat(DeviceKey.ANGULAR_TORQUE.get(EVERYTHING.point(24).device()))
                .contains(new DeviceValue.Switch(false));
        assertThat(DeviceKey.DAMPING.get(EVERYTHING.point(48).device()))
                .contains(new DeviceValue.Quantity(0.02));
        assertThat(EVERYTHING.point(95).selfTorque()).isTrue();
        assertThat(EVERYTHING.point(96).selfTorque()).isFalse();
    }

    @Test
    void voltagesWithoutADirectionKeepTheirOrderAndAreChainsOfOne() {
        SweepPlan plan =
                new SweepPlan(
                        Device.PAPER,
                        EquationForm.EXACT,
                        List.of(1.3, 1.1, 1.2),
                        List.of(0.35),
                        List.of(true));
        assertThat(points(plan)).extracting(SweepPoint::voltage).containsExactly(1.3, 1.1, 1.2);
        assertThat(plan.chains()).isEqualTo(3);
        assertThat(EVERYTHING.chainLength()).isEqualTo(3);
        assertThat(EVERYTHING.chains()).isEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64, 100})
    void shardsFollowOneAnotherAndSplitNoChain(int count) {
        long next = 0;
        List<Long> lengths = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            Shard shard = new Shard(number, count);
            assertThat(shard.first(EVERYTHING)).isEqualTo(next);
            next = shard.end(EVERYTHING);
            lengths.add(next - shard.first(EVERYTHING));
        }
        assertThat(next).isEqualTo(EVERYTHING.size());
        assertThat(lengths).allMatch(length -> length % EVERYTHING.chainLength() == 0);
        long longest = lengths.stream().mapToLong(Long::longValue).max().orElseThrow();
        long shortest = lengths.stream().mapToLong(Long::longValue).min().orElseThrow();
        assertThat(longest - shortest).isIn(0L, (long) EVERYTHING.chainLength());
    }

    @Test
    void theFastestPrecessionIsThatOfTheFastestDevice() {
        SweepPlan plan =
                new SweepPlan(
                        Device.PAPER,
                        EquationForm.EXACT,
                        List.of(1.0),
                        List.of(0.3, -0.7, 0.2),
                        List.of(
                                GridAxis.of(DeviceKey.DAMPING, List.of(0.01, 0.02)),
                                GridAxis.of(DeviceKey.ANISOTROPY_X, List.of(2.0, 0.5))),
                        List.of(true),
                        List.of(),
                        OptionalInt.empty());
        double largest =
                points(plan).stream()
                        .mapToDouble(point -> Oscillator.fastestPrecession(point.device()))
                        .max()
                        .orElseThrow();
        assertThat(plan.fastestPrecession()).isEqualTo(largest).isEqualTo(2.7);
    }

    @Test
    void aPlanOfTooManyPointsIsRefusedHoweverManyThereAre() {
        List<Double> many = java.util.Collections.nCopies(100_000, 1.0);
        List<GridAxis> axes =
                List.of(
                        GridAxis.of(DeviceKey.DAMPING, many),
                        GridAxis.of(DeviceKey.ANISOTROPY_X, many),
                        GridAxis.of(DeviceKey.ANISOTROPY_Y, many));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        new SweepPlan(
                                Device.PAPER,
                                EquationForm.EXACT,
                                many,
                                many,
                                axes,
                                List.of(true),
                                List.of(),
                                OptionalInt.empty()))
                .withMessageStartingWith("--voltage");
    }
}
