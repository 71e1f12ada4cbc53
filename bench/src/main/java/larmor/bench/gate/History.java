package larmor.bench.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import larmor.file.OutputFile;
import larmor.model.InvalidInput;
import larmor.model.OneLine;
import larmor.validation.page.Provenance;

/**
 * A file of comparisons that only grows, one line a benchmark, for tools that look for change
 * points. Scores of different machines are not comparable, so each line names its own.
 *
 * @param file its place
 */
public record History(OutputFile file) {

    private static final String HEADER =
            "date,base_sha256,candidate_sha256,cpu,jdk,benchmark,mode,parameters,unit,base,candidate,"
                    + "change,low,high,pairs,noise,verdict";

    /** Characters that are read at once. */
    private static final int SOME = 1 << 13;

    /**
     * Looks at the file before a long run.
     *
     * @throws InvalidInput if nothing can be written there or something else is there
     */
    public static History of(String flag, Path path) {
        OutputFile file = OutputFile.of(flag, path);
        try {
            if (Files.exists(path) && !isHistory(path)) {
                throw new InvalidInput(flag, "names a file that is no history: " + path);
            }
        } catch (IOException e) {
            throw new InvalidInput(flag, "cannot be read: " + path);
        }
        return new History(file);
    }

    /** Whether the file has our first line, whole lines and only text, whatever its size. */
    private static boolean isHistory(Path path) throws IOException {
        byte[] begin = (HEADER + "\n").getBytes(UTF_8);
        try (InputStream in = Files.newInputStream(path);
                Reader rest = new InputStreamReader(in, UTF_8.newDecoder())) {
            if (!Arrays.equals(in.readNBytes(begin.length), begin)) {
                return false;
            }
            char last = '\n';
            char[] some = new char[SOME];
            for (int read = rest.read(some); read > 0; read = rest.read(some)) {
                last = some[read - 1];
            }
            return last == '\n';
        }
    }

    /**
     * Adds a line for each benchmark that was measured, and none if the run is void. What stands in
     * the file stays byte for byte.
     *
     * @throws IOException if that fails; the file is then as it was
     */
    public void append(GateResult result, Provenance provenance) throws IOException {
        String lines =
                result.results().stream()
                        .filter(one -> result.voided().isEmpty() && one.baseScore().isPresent())
                        .map(one -> line(result, one, provenance) + "\n")
                        .collect(Collectors.joining());
        file.write(out -> {
            copyBefore(out);
            out.append(lines);
        });
    }

    private void copyBefore(Appendable out) throws IOException {
        if (!Files.exists(file.path())) {
            out.append(HEADER).append('\n');
            return;
        }
        try (Reader before = Files.newBufferedReader(file.path())) {
            CharBuffer some = CharBuffer.allocate(SOME);
            while (before.read(some) >= 0) {
                out.append(some.flip());
                some.clear();
            }
        }
    }

    private static String line(GateResult result, BenchmarkResult one, Provenance provenance) {
        Optional<BenchmarkResult.Change> change = one.change();
        return List.of(
                        provenance.date(),
                        result.pairing().base().digest(),
                        result.pairing().candidate().digest(),
                        provenance.cpu(),
                        provenance.jdk(),
                        one.id().name(),
                        one.id().mode(),
                        one.id().parameters().entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining(" ")),
                        one.unit(),
                        text(one.baseScore()),
                        text(one.candidateScore()),
                        change.map(known -> text(known.estimate())).orElse(""),
                        change.map(known -> text(known.low())).orElse(""),
                        change.map(known -> text(known.high())).orElse(""),
                        change.map(known -> String.valueOf(known.pairs())).orElse(""),
                        text(one.noise()),
                        one.verdict().map(Verdict::word).orElse(""))
                .stream()
                .map(History::cell)
                .collect(Collectors.joining(","));
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? text(value.getAsDouble()) : "";
    }

    private static String text(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }

    /** As RFC 4180 has it; a line break would tear the line. */
    private static String cell(String text) {
        String line = OneLine.of(text);
        return line.contains(",") || line.contains("\"")
                ? '"' + line.replace("\"", "\"\"") + '"'
                : line;
    }
}
