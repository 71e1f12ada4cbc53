package larmor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import larmor.model.InvalidInput;
import larmor.model.OneLine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The {@code larmor} command. */
@Command(
        name = "larmor",
        description =
                "The Landau-Lifshitz-Gilbert-Slonczewski equation of a spin-torque oscillator.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpAutoWidth = true,
        scope = ScopeType.INHERIT,
        footerHeading = "%n",
        footer = {
            "LIST is a,b,c or start:stop:step, with stop included.",
            "Times and steps are in t', of which 1 is 1/(gamma mu0 M_s): larmor device prints it."
                    + " Fields and other keys of a device with a table [si] are in S, T, A/m, m^3"
                    + " and rad/(s T), of others in the units of the equation.",
            "A file appears whole or not at all, in the place of one that is there; a symbolic"
                    + " link in its place is refused.",
            "Exit status: 0 done; 1 a check failed; 2 bad input; 3 the run failed or its output"
                    + " could not be written; 4 nothing could be measured; 141 the reader of"
                    + " standard output has gone."
        })
public final class Larmor implements Runnable {

    /** Set by the launcher, which sees whether standard error is a terminal. */
    private static final String TERMINAL_PROPERTY = "larmor.stderr.terminal";

    /** A line longer than this quotes something that the user does not want to read again. */
    private static final int LONGEST_MESSAGE = 500;

    private Larmor() {}

    /** Runs the command and ends the process with its exit status. */
    public static void main(String[] args) {
        LauncherStderr.restore();
        Console console =
                new Console(
                        utf8(System.out),
                        utf8(System.err),
                        Boolean.getBoolean(TERMINAL_PROPERTY),
                        StandardOutput.isPipe());
        System.exit(execute(args, console));
    }

    /** The same bytes in any locale, of which some do not even have a sign for powers of ten. */
    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, UTF_8);
    }

    /** Runs the command with progress off and returns its exit status. */
    static int execute(String[] args, PrintStream out, PrintStream err) {
        return execute(args, new Console(out, err, false, false));
    }

    /** Runs the command and returns its exit status. */
    static int execute(String[] args, Console console) {
        CommandLine command =
                new CommandLine(new Larmor())
                        .addSubcommand(new ReportCommand(console))
                        .addSubcommand(new ValidateCommand(console))
                        .addSubcommand(new SimulateCommand(console))
                        .addSubcommand(new SweepCommand(console))
                        .addSubcommand(new MergeCommand(console))
                        .addSubcommand(new Figure2Command(console))
                        .addSubcommand(new BranchesCommand(console))
                        .addSubcommand(new SolversCommand(console))
                        .addSubcommand(new ChooseCommand(console))
                        .addSubcommand(new BenchmarkCommand(console))
                        .addSubcommand(new DeviceCommand(console))
                        .addSubcommand(new CompareCommand(console))
                        .addSubcommand(new CalibrateCommand(console))
                        .addSubcommand(new HelpCommand())
                        .setExpandAtFiles(false)
                        .setOut(new PrintWriter(console.out(), true, UTF_8))
                        .setErr(new PrintWriter(console.err(), true, UTF_8))
                        .setParameterExceptionHandler((e, words) ->
                                fail(console, ExitStatus.BAD_INPUT, UsageMistake.message(e, words)))
                        .setExecutionExceptionHandler((e, _, _) -> fail(console, e));
        int status = run(command, args, console);
        if (status != ExitStatus.DONE) {
            return status;
        }
        if (console.readerIsGone()) {
            return ExitStatus.READER_GONE;
        }
        if (console.out().checkError()) {
            return fail(console, ExitStatus.RUN_FAILED, "standard output could not be written");
        }
        return ExitStatus.DONE;
    }

    private static int run(CommandLine command, String[] args, Console console) {
        try {
            return command.execute(args);
        } catch (OutOfMemoryError e) {
            return fail(
                    console,
                    ExitStatus.RUN_FAILED,
                    "the memory does not suffice; a shorter --window or fewer --threads need less");
        } catch (Error e) {
            // A mistake of ours: whoever mends it needs the trace.
            e.printStackTrace(console.err());
            return ExitStatus.RUN_FAILED;
        }
    }

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw new InvalidInput("COMMAND", "is missing; larmor --help lists the commands");
    }

    private static int fail(Console console, Exception e) {
        return switch (e) {
            case InvalidInput invalid -> fail(console, ExitStatus.BAD_INPUT, invalid);
            case NothingMeasured nothing -> fail(console, ExitStatus.NOTHING_MEASURED, nothing);
            case RunFailed failed -> {
                int status = fail(console, ExitStatus.RUN_FAILED, failed);
                failed.notes().forEach(console::note);
                yield status;
            }
            case ReaderGone _ -> ExitStatus.READER_GONE;
            case IOException io -> fail(console, ExitStatus.RUN_FAILED, RunFailed.toWrite(io));
            default -> {
                // A mistake of ours: whoever mends it needs the trace.
                e.printStackTrace(console.err());
                yield ExitStatus.RUN_FAILED;
            }
        };
    }

    private static int fail(Console console, int status, Exception e) {
        return fail(console, status, String.valueOf(e.getMessage()));
    }

    private static int fail(Console console, int status, String message) {
        String line = OneLine.of(message).strip();
        if (line.length() > LONGEST_MESSAGE) {
            line = line.substring(0, LONGEST_MESSAGE) + "...";
        }
        console.err().println("larmor: " + line);
        return status;
    }
}
