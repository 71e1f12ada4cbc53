package larmor.ode;

/**
 * What a solver is.
 *
 * @param id its name in flags and files
 * @param order its order of convergence
 * @param adaptive whether it chooses its own steps
 * @param lanes how many trajectories it advances at once; 1 for a scalar solver
 * @param purpose what it is good for, one line
 */
public record SolverDescription(
        String id, int order, boolean adaptive, int lanes, String purpose) {}
