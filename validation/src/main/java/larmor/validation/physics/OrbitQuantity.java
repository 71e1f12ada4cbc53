package larmor.validation.physics;

import larmor.orbit.LimitCycle;
import larmor.validation.exact.OrbitAveragedTheory;

/** What a limit cycle shows: its frequency or its power. */
enum OrbitQuantity {
    FREQUENCY("frequency", "ω/ω_0"),
    POWER("power", "⟨p⟩");

    private final String id;
    private final String symbol;

    OrbitQuantity(String id, String symbol) {
        this.id = id;
        this.symbol = symbol;
    }

    /** For the names of checks. */
    String id() {
        return id;
    }

    /** For people. */
    String symbol() {
        return symbol;
    }

    /** Of a cycle found as a fixed point. */
    double of(SectionMap.Cycle cycle) {
        return this == FREQUENCY ? cycle.frequency() : cycle.power();
    }

    /** Of a cycle found by Newton's method. */
    double of(LimitCycle cycle) {
        return this == FREQUENCY ? cycle.frequency() : cycle.power();
    }

    /** Of the theory. */
    double of(OrbitAveragedTheory theory, OrbitPlace place) {
        return (this == FREQUENCY
                        ? theory.frequencyAt(place.branch(), place.voltage())
                        : theory.powerAt(place.branch(), place.voltage()))
                .orElseThrow();
    }
}
