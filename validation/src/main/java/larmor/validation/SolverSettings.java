package larmor.validation;

/**
 * What a solver can be told.
 *
 * @param step the step size in t' of a solver at fixed step
 * @param tolerance the error that an adaptive solver may make in a step
 */
public record SolverSettings(double step, double tolerance) {}
