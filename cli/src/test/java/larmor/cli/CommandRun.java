package larmor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One run of the command in this process.
 *
 * @param status its exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record CommandRun(int status, String out, String err) {

    private static final Pattern COMMAND = Pattern.compile("(?m)^ {2}([a-z][a-z0-9]*) ");

    /** The commands that its help lists. */
    public static List<String> commands() {
        return COMMAND.matcher(of("--help").out())
                .results()
                .map(command -> command.group(1))
                .toList();
    }

    /** Runs it with these arguments. */
    public static CommandRun of(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status =
                Larmor.execute(
                        args, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        return new CommandRun(status, out.toString(UTF_8), err.toString(UTF_8));
    }
}
