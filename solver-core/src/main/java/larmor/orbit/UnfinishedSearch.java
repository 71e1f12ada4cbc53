package larmor.orbit;

import larmor.observable.Regime;

/**
 * The search for the cycles of one kind was given up, because it took more steps of integration
 * than any oscillator is known to need.
 *
 * @param regime their kind
 * @param voltage V/V_c that the search had reached: the last point of a branch, or where cycles
 *     were looked for
 * @param steps how many were taken
 */
public record UnfinishedSearch(Regime regime, double voltage, long steps) {}
