package larmor.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import larmor.model.Device;
import larmor.model.DeviceKey;
import larmor.model.DeviceValue;
import larmor.sweep.Direction;
import larmor.sweep.GridAxis;
import larmor.sweep.InitialState;
import larmor.sweep.Shard;
import larmor.sweep.Sweep;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepProtocol;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that the bytes of a sweep's file depend on, by flag or key of the device: two files
 * belong to the same sweep if their headers agree in all but {@code --shard}.
 *
 * @param values in the order in which differences are looked for
 */
record SweepHeader(Map<String, String> values) {

    /** What a file with checksums begins with; the number counts the versions of its format. */
    static final String MAGIC = "# larmor-sweep 2 ";

    private static final String ANY_VERSION = "# larmor-sweep ";
    private static final String SHARD = "--shard";
    private static final String NONE = "none";

    /** A list of more numbers than this is told by its ends and a digest. */
    private static final int MOST_SPELLED_OUT = 16;

    private static final JsonMapper JSON = new JsonMapper();

    /** Keeps the order. */
    SweepHeader {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * The header of a part of a sweep.
     *
     * @param settings what the sweep does not know: program, solver and its settings, by flag
     */
    static SweepHeader of(
            Sweep sweep, SweepTable.Layout layout, Shard shard, Map<String, String> settings) {
        Map<String, String> values = new LinkedHashMap<>(settings);
        SweepPlan plan = sweep.plan();
        values.put("--format", layout.id());
        values.put("--form", plan.form().id());
        for (DeviceKey key : DeviceKey.values()) {
            putFixed(values, plan, key);
        }
        values.put("--voltage", list(plan.voltages().stream().map(Object::toString).toList()));
        values.put("--field", list(plan.fields().stream().map(Object::toString).toList()));
        values.put(
                "--grid",
                plan.grid().isEmpty()
                        ? NONE
                        : plan.grid().stream()
                                .map(SweepHeader::axis)
                                .collect(Collectors.joining("; ")));
        values.put(
                "--self-torque",
                list(plan.selfTorques().stream().map(on -> on ? "on" : "off").toList()));
        values.put("--direction", list(plan.directions().stream().map(Direction::id).toList()));
        values.put(
                "--ensemble",
                plan.ensemble().isPresent() ? Integer.toString(plan.ensemble().getAsInt()) : NONE);
        SweepProtocol protocol = sweep.protocol();
        values.put(
                "--initial",
                switch (protocol.initial()) {
                    case InitialState.Fixed fixed ->
                            fixed.m().x() + "," + fixed.m().y() + "," + fixed.m().z();
                    case InitialState.RandomTilt random -> "random, --seed " + random.seed();
                });
        values.put(InitialState.TILT, Double.toString(protocol.initial().tilt()));
        values.put("--time", Double.toString(protocol.endTime()));
        values.put("--window", Double.toString(protocol.window()));
        values.put("sample interval", Double.toString(protocol.sampleInterval()));
        values.put(SHARD, shard.toString());
        return new SweepHeader(values);
    }

    /** A key that the plan varies is told by its list. */
    private static void putFixed(Map<String, String> values, SweepPlan plan, DeviceKey key) {
        Device device = plan.device();
        boolean varied =
                key == DeviceKey.FIELD
                        || plan.grid().stream()
                                .map(GridAxis::key)
                                .anyMatch(swept ->
                                        swept == key
                                                || swept.alternative()
                                                        .filter(key::equals)
                                                        .isPresent());
        if (!varied) {
            key.get(device).ifPresent(value -> values.put(key.id(), value.text()));
        }
    }

    private static String axis(GridAxis axis) {
        return axis.key().id() + "=" + list(axis.values().stream().map(DeviceValue::text).toList());
    }

    private static String list(List<String> words) {
        if (words.isEmpty()) {
            return NONE;
        }
        String all = String.join(",", words);
        if (words.size() <= MOST_SPELLED_OUT) {
            return all;
        }
        return words.size()
                + " values from "
                + words.getFirst()
                + " to "
                + words.getLast()
                + ", SHA-256 "
                + digest(all);
    }

    private static String digest(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** As the first line of a file. */
    String line() {
        ObjectNode object = JSON.createObjectNode();
        values.forEach(object::put);
        return MAGIC + object + "\n";
    }

    /** The header that a line states; empty if it states none that this program understands. */
    static Optional<SweepHeader> parse(String line) {
        if (!line.startsWith(MAGIC)) {
            return Optional.empty();
        }
        JsonNode tree;
        try {
            tree = JSON.readTree(line.substring(MAGIC.length()));
        } catch (JacksonException e) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : tree.properties()) {
            values.put(entry.getKey(), entry.getValue().asString(""));
        }
        return Optional.of(new SweepHeader(values));
    }

    /** Whether a line begins a file of this kind, if of another version of the format. */
    static boolean isOfAnotherVersion(String line) {
        return line.startsWith(ANY_VERSION) && !line.startsWith(MAGIC);
    }

    /** The shard that the header states; empty if it states none. */
    Optional<Shard> shard() {
        String[] parts = values.getOrDefault(SHARD, "").split("/", -1);
        try {
            return parts.length == 2
                    ? Optional.of(new Shard(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same sweep with no shard, for comparing shards of different numbers. */
    SweepHeader withoutShard() {
        Map<String, String> rest = new LinkedHashMap<>(values);
        rest.remove(SHARD);
        return new SweepHeader(rest);
    }

    /** Where another header first differs, such as "--time 500.0, not 400.0"; empty if nowhere. */
    Optional<String> difference(SweepHeader wanted) {
        Map<String, String> all = new LinkedHashMap<>(wanted.values);
        values.forEach(all::putIfAbsent);
        for (String key : all.keySet()) {
            String here = values.get(key);
            String there = wanted.values.get(key);
            if (!Objects.equals(here, there)) {
                return Optional.of(key + " " + here + ", not " + there);
            }
        }
        return Optional.empty();
    }
}
