package larmor.orbit;

import java.util.Optional;

/**
 * A point of a branch of cycles together with the cycle.
 *
 * @param point what is reported
 * @param cycle empty where the branch begins or ends
 */
record TracedPoint(BranchPoint point, Optional<LimitCycle> cycle) {

    static TracedPoint of(LimitCycle cycle) {
        return new TracedPoint(BranchPoint.of(cycle), Optional.of(cycle));
    }

    static TracedPoint fold(LimitCycle cycle) {
        return new TracedPoint(BranchPoint.fold(cycle), Optional.of(cycle));
    }

    static TracedPoint hopf(StaticState state, ReturnMap map) {
        return new TracedPoint(
                BranchPoint.hopf(state, map.driven().oscillator().fmrFrequency()),
                Optional.empty());
    }

    static TracedPoint homoclinic(StaticState saddle) {
        return new TracedPoint(BranchPoint.homoclinic(saddle), Optional.empty());
    }
}
