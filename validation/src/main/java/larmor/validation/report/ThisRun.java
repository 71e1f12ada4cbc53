package larmor.validation.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import larmor.ode.BatchSolvers;
import larmor.validation.page.Provenance;

/** The machine and the moment at which the program runs. */
public final class ThisRun {

    /** Set by the launcher, where the sources are a checkout or an archive made from one. */
    private static final String COMMIT_PROPERTY = "larmor.commit";

    private static final String UNKNOWN = "unknown";

    private static final Path CPU_INFORMATION = Path.of("/proc/cpuinfo");
    private static final String CPU_KEY = "model name";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private ThisRun() {}

    /**
     * Where the numbers of a page come from.
     *
     * @param command what to type to get the page again
     */
    public static Provenance provenance(String command) {
        return new Provenance(
                commit().orElse(UNKNOWN),
                DATE.format(Clock.systemUTC().instant().atOffset(ZoneOffset.UTC)),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                cpu(),
                BatchSolvers.choose().choice(),
                command);
    }

    /** The commit of Larmor; empty where the sources are no checkout. */
    public static Optional<String> commit() {
        return Optional.ofNullable(System.getProperty(COMMIT_PROPERTY))
                .filter(commit -> !commit.isEmpty() && !commit.equals(UNKNOWN));
    }

    private static String cpu() {
        String cores = ", " + Runtime.getRuntime().availableProcessors() + " cores";
        try (Stream<String> lines = Files.lines(CPU_INFORMATION)) {
            return lines.filter(line -> line.startsWith(CPU_KEY))
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .findFirst()
                            .orElseGet(() -> System.getProperty("os.arch"))
                    + cores;
        } catch (IOException e) {
            return System.getProperty("os.arch") + cores;
        }
    }
}
