package larmor.cli.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import larmor.cli.CommandRun;

/** Partial files to go on with and shards to merge, whole and damaged. */
final class ShardCases {

    /** Several blocks in each file, and random starts, which are told by the header. */
    private static final List<String> SWEEP =
            List.of(
                    "sweep",
                    "--voltage=0.9:1.7:0.005",
                    "--time=100",
                    "--window=70",
                    "--initial=random",
                    "--solver=rk4-simd");

    private static final String SEED = "--seed=3";
    private static final String OTHER_SEED = "--seed=4";
    private static final String PARTIAL = "rows.partial";
    private static final String MERGED = "merged";

    private final byte[] whole;
    private final byte[] only;
    private final byte[] first;
    private final byte[] second;

    /** Makes the files in which damage is done. */
    ShardCases(Path folder) {
        whole = made(folder, "");
        only = made(folder, "1/1");
        first = made(folder, "1/2");
        second = made(folder, "2/2");
    }

    private static byte[] made(Path folder, String shard) {
        List<String> args = new ArrayList<>(SWEEP);
        args.add(SEED);
        Path file = folder.resolve("made" + shard.replace('/', '-'));
        args.add("--out=" + file);
        if (!shard.isEmpty()) {
            args.add("--shard=" + shard);
        }
        CommandRun run = CommandRun.of(args.toArray(new String[0]));
        assertThat(run.status()).as("%s", run.err()).isZero();
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int headerLength(byte[] file) {
        return new String(file, ISO_8859_1).indexOf('\n') + 1;
    }

    /** What is whole in a partial file is kept, what is not is run again: the same bytes. */
    FuzzCase resumed(Draw draw) {
        int header = headerLength(only);
        byte[] partial = only;
        boolean refused = true;
        String seed = SEED;
        String resume = "--resume";
        switch (draw.count(0, 7)) {
            case 0 -> {
                partial = Arrays.copyOf(only, draw.count(0, only.length));
                refused = false;
            }
            case 1 -> {
                partial = draw.changed(only, header, only.length);
                refused = false;
            }
            case 2 -> {
                partial = joined(only, draw.bytes(draw.count(1, 5000)));
                refused = false;
            }
            case 3 -> partial = draw.changed(only, 0, header - 1);
            // Begins with a byte that no header of ours begins with.
            case 4 -> partial = joined(new byte[] {(byte) 0xff}, draw.bytes(draw.count(0, 5000)));
            case 5 -> partial = joined(Arrays.copyOf(only, header), blocksFrom(only, 2));
            case 6 -> {
                seed = OTHER_SEED;
                partial = Arrays.copyOf(only, draw.count(header, only.length));
            }
            default -> resume = "--threads=1";
        }
        List<String> args = new ArrayList<>(SWEEP);
        args.addAll(List.of(seed, resume, "--out=" + CommandCase.FOLDER + "/rows"));
        return new CommandCase(
                "resume",
                refused ? Expectation.INVALID : Expectation.VALID,
                args,
                Map.of(PARTIAL, partial),
                (_, written) -> differs(written, "rows"));
    }

    /** Shards give the bytes of one run, or nothing if a bit of them is not as it was. */
    FuzzCase merged(Draw draw) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        boolean turned = draw.chance(0.5);
        files.put("a", turned ? second : first);
        files.put("b", turned ? first : second);
        byte[] one = files.getOrDefault("a", whole);
        List<String> names = new ArrayList<>(List.of("a", "b"));
        String out = MERGED;
        boolean refused = true;
        switch (draw.chance(0.3) ? 0 : draw.count(1, 8)) {
            case 0 -> refused = false;
            case 1 -> files.put("a", Arrays.copyOf(one, draw.count(0, one.length - 1)));
            case 2 -> files.put("a", draw.changed(one, 0, one.length));
            case 3 -> files.put("a", joined(one, draw.bytes(draw.count(1, 3000))));
            case 4 -> files.put("a", draw.chance(0.5) ? whole : only);
            case 5 -> files.put("a", draw.bytes(draw.count(0, 3000)));
            case 6 ->
                    files.put(
                            "a", joined(Arrays.copyOf(one, headerLength(one)), blocksFrom(one, 2)));
            case 7 -> out = "a";
            default -> {
                String other = draw.word("b", "none", ".", "b/b", "\u0000");
                names.set(0, other);
                if (draw.chance(0.3)) {
                    names.remove(0);
                }
            }
        }
        List<String> args = new ArrayList<>(List.of("merge"));
        names.forEach(name -> args.add(CommandCase.FOLDER + "/" + name));
        args.add("--out=" + CommandCase.FOLDER + "/" + out);
        return new CommandCase(
                "merge",
                refused ? Expectation.INVALID : Expectation.VALID,
                args,
                files,
                (_, written) -> differs(written, MERGED));
    }

    private boolean differs(Map<String, String> written, String name) {
        assertThat(written).containsOnlyKeys(name);
        assertThat(written.get(name)).isEqualTo(new String(whole, ISO_8859_1));
        return false;
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(head);
        joined.writeBytes(tail);
        return joined.toByteArray();
    }

    /** A file from behind so many blocks on. */
    private static byte[] blocksFrom(byte[] file, int blocks) {
        int from = headerLength(file);
        String text = new String(file, ISO_8859_1);
        for (int i = 0; i < blocks; i++) {
            from = text.indexOf('\n', text.indexOf("\n# ", from) + 1) + 1;
        }
        return Arrays.copyOfRange(file, from, file.length);
    }
}
