package larmor.validation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import larmor.sweep.Direction;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepPoint;

/**
 * What tells runs of a sweep at one place apart.
 *
 * @param selfTorque whether the self-induced torque acts
 * @param direction of a sweep that has directions
 */
record SweepRun(boolean selfTorque, Optional<Direction> direction) {

    /** All of a plan, in its order. */
    static List<SweepRun> of(SweepPlan plan) {
        List<SweepRun> runs = new ArrayList<>();
        for (boolean selfTorque : plan.selfTorques()) {
            if (plan.directions().isEmpty()) {
                runs.add(new SweepRun(selfTorque, Optional.empty()));
            }
            plan.directions().forEach(way -> runs.add(new SweepRun(selfTorque, Optional.of(way))));
        }
        return runs;
    }

    boolean isOf(SweepPoint point) {
        return point.selfTorque() == selfTorque && point.direction().equals(direction);
    }

    TorqueStyle torque() {
        return TorqueStyle.of(selfTorque);
    }

    String title() {
        return direction.map(way -> torque().shortTitle + ", " + way.id()).orElse(torque().title);
    }

    String id() {
        return (selfTorque ? "on" : "off") + direction.map(way -> "-" + way.id()).orElse("");
    }

    Series.Mark mark() {
        return direction
                .map(way -> way == Direction.UP ? Series.Mark.TRIANGLE : Series.Mark.DIAMOND)
                .orElse(torque().mark);
    }
}
