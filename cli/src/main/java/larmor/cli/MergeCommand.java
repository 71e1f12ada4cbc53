package larmor.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import larmor.file.OutputFile;
import larmor.file.ShardMerge;
import larmor.sweep.SweepTally;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The shards of a sweep as one file. */
@Command(
        name = "merge",
        description =
                "Puts the shards of a sweep together: the same bytes as of the sweep in one run.")
final class MergeCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "SHARD",
            arity = "1..*",
            description = "The files of sweep --shard k/n, all of them, in any order.")
    private List<Path> shards = new ArrayList<>();

    @Option(
            names = FileOptions.OUT,
            paramLabel = "FILE",
            required = true,
            description = "Where to write.")
    private Path out = Path.of("");

    MergeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OutputFile file = OutputFile.of(FileOptions.OUT, out);
        SweepTally tally = ShardMerge.of(shards).write(file);
        console.noteState(tally);
        return ExitStatus.of(tally);
    }
}
