package larmor.cli;

import java.util.List;
import java.util.concurrent.Callable;
import larmor.file.SolverTable;
import larmor.ode.SolverDescription;
import larmor.validation.SolverCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The solvers there are. */
@Command(name = "solvers", description = "Lists the solvers and what each is good for.")
final class SolversCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private TableFormat format = new TableFormat();

    SolversCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        List<SolverDescription> solvers = SolverCatalogue.descriptions();
        String result =
                switch (format.format()) {
                    case TEXT -> text(solvers);
                    case CSV -> SolverTable.csv(solvers);
                    case JSON -> SolverTable.json(solvers);
                };
        console.print(out -> out.append(result));
        return ExitStatus.DONE;
    }

    private static String text(List<SolverDescription> solvers) {
        TextColumns columns = new TextColumns();
        columns.add(List.of("id", "order", "step", "lanes", "good for"));
        for (SolverDescription solver : solvers) {
            columns.add(
                    List.of(
                            solver.id(),
                            Integer.toString(solver.order()),
                            solver.adaptive() ? "adaptive" : "fixed",
                            Integer.toString(solver.lanes()),
                            solver.purpose()));
        }
        return columns.text();
    }
}
