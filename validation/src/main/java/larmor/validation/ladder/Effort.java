package larmor.validation.ladder;

/** How much a family of checks may take. */
public enum Effort {
    /** About a second: fewer cases and shorter runs, the same limits. */
    QUICK,
    /** Up to a minute. */
    FULL
}
