package larmor.file;

import java.util.List;
import java.util.stream.Collectors;
import larmor.ode.SolverDescription;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Descriptions of solvers as CSV and JSON. */
public final class SolverTable {

    private static final JsonMapper JSON = new JsonMapper();

    private SolverTable() {}

    /** A header and a line for each solver. */
    public static String csv(List<SolverDescription> solvers) {
        return solvers.stream()
                .map(solver ->
                        String.join(
                                ",",
                                solver.id(),
                                Integer.toString(solver.order()),
                                step(solver),
                                Integer.toString(solver.lanes()),
                                '"' + solver.purpose().replace("\"", "\"\"") + '"'))
                .collect(Collectors.joining("\n", "id,order,step,lanes,purpose\n", "\n"));
    }

    /** An array of objects. */
    public static String json(List<SolverDescription> solvers) {
        ArrayNode array = JSON.createArrayNode();
        for (SolverDescription solver : solvers) {
            array.addObject()
                    .put("id", solver.id())
                    .put("order", solver.order())
                    .put("step", step(solver))
                    .put("lanes", solver.lanes())
                    .put("purpose", solver.purpose());
        }
        return array.toPrettyString() + "\n";
    }

    private static String step(SolverDescription solver) {
        return solver.adaptive() ? "adaptive" : "fixed";
    }
}
