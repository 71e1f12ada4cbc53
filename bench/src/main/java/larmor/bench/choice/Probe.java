package larmor.bench.choice;

/**
 * One setting and what it gives, without its time.
 *
 * @param value of the setting
 * @param error that all but the allowed few of the hard voltages stay below
 * @param evaluations of the right-hand side a trajectory
 */
record Probe(double value, double error, double evaluations) {}
