package larmor.validation.page;

import java.util.Map;
import larmor.validation.SolverCatalogue;

/**
 * The colour and the mark of a solver, the same in every figure. They differ most where two solvers
 * have the same method, since their curves lie on one another.
 *
 * @param hue the colour; no other solver has it, and in a figure of solvers no other series
 * @param mark how its points are drawn
 */
public record SolverStyle(Hue hue, Series.Mark mark) {

    private static final Map<String, SolverStyle> OF_SCALAR =
            Map.of(
                    "rk4", new SolverStyle(Hue.BLUE, Series.Mark.CIRCLE),
                    "dopri5", new SolverStyle(Hue.VERMILLION, Series.Mark.SQUARE),
                    "dop853", new SolverStyle(Hue.GREEN, Series.Mark.DIAMOND),
                    "verner9", new SolverStyle(Hue.PURPLE, Series.Mark.TRIANGLE),
                    "hipparchus-rk4", new SolverStyle(Hue.BLACK, Series.Mark.DIAMOND),
                    "hipparchus-dopri5", new SolverStyle(Hue.VIOLET, Series.Mark.TRIANGLE),
                    "hipparchus-dop853", new SolverStyle(Hue.OCHRE, Series.Mark.CIRCLE));

    /**
     * That of a solver of the catalogue; one in lanes has that of its scalar twin.
     *
     * @throws IllegalArgumentException if there is no such solver
     */
    public static SolverStyle of(String solver) {
        SolverStyle style = OF_SCALAR.get(SolverCatalogue.twin(solver));
        if (style == null) {
            throw new IllegalArgumentException(
                    "solver = " + solver + " has no style; those that have: " + OF_SCALAR.keySet());
        }
        return style;
    }
}
