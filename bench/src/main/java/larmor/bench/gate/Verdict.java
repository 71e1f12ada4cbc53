package larmor.bench.gate;

/** What the gate says of a benchmark, from best to worst. */
public enum Verdict {
    /** A slowdown beyond the margin is ruled out, and a speed-up is proved. */
    FASTER("FASTER"),
    /** A slowdown beyond the margin is ruled out. */
    PASS("PASS"),
    /** Neither is a slowdown beyond the margin ruled out nor is it proved, nor any slowdown. */
    INCONCLUSIVE("INCONCLUSIVE"),
    /** A slowdown is proved, but not whether it is beyond the margin. */
    WARN("WARN"),
    /** A slowdown beyond the margin, or more allocation, is proved. */
    FAIL("FAIL"),
    /** The benchmark computes something else than before, so that its times cannot be compared. */
    CHANGED_ANSWER("CHANGED-ANSWER");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** As it is printed. */
    public String word() {
        return word;
    }

    /** Whether the gate closes. */
    public boolean fails() {
        return this == FAIL || this == CHANGED_ANSWER;
    }

    /** Whether the measurements left the question open. */
    public boolean open() {
        return this == INCONCLUSIVE || this == WARN;
    }
}
