package larmor.bench.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import larmor.file.InputFile;
import larmor.file.OutputFile;
import larmor.file.SharedFile;
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

    /** A line takes some hundred bytes: a million lines. */
    private static final int MOST_BYTES = 1 << 28;

    /**
     * Looks at the file before a long run.
     *
     * @throws InvalidInput if nothing can be written there or something else is there
     */
    public static History of(String flag, Path path) {
        OutputFile file = SharedFile.of(flag, path, MOST_BYTES).file();
        if (Files.exists(path) && !isHistory(InputFile.text(flag, path, MOST_BYTES))) {
            throw new InvalidInput(flag, "names a file that is no history: " + path);
        }
        return new History(file);
    }

    private static boolean isHistory(String text) {
        return text.startsWith(HEADER + "\n") && text.endsWith("\n");
    }

    /**
     * Adds a line for each benchmark whose times may be compared with earlier ones: none if the run
     * is void or ended early, and none of a benchmark that computes something else. What stands in
     * the file stays byte for byte, and so does what others add at the same time.
     *
     * @throws IOException if that fails; the file is then as it was
     */
    public void append(GateResult result, Provenance provenance) throws IOException {
        String lines =
                result.results().stream()
                        .filter(one -> comparable(result, one))
                        .map(one -> line(result, one, provenance) + "\n")
                        .collect(Collectors.joining());
        new SharedFile(file, MOST_BYTES)
                .update(before -> {
                    String text = before.orElse(HEADER + "\n");
                    if (!isHistory(text)) {
                        throw new IOException(file.path() + " is no history any more");
                    }
                    return text + lines;
                });
    }

    private static boolean comparable(GateResult result, BenchmarkResult one) {
        return result.voided().isEmpty()
                && result.failure().isEmpty()
                && one.baseScore().isPresent()
                && !one.verdict().equals(Optional.of(Verdict.CHANGED_ANSWER));
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
