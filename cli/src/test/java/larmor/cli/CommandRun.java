package larmor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/**
 * One run of the command in this process.
 *
 * @param status its exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record CommandRun(int status, String out, String err) {

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
