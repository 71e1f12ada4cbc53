package larmor.bench.choice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was chosen on a machine, for later runs on it.
 *
 * @param machine where
 * @param answers at most one for each question
 */
public record MachineProfile(Fingerprint machine, List<Answer> answers) {

    private static final int VERSION = 1;
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * A question and its answer.
     *
     * @param question what was asked
     * @param setting the fastest
     * @param threads that it uses
     * @param error that is promised
     * @param time seconds a trajectory
     */
    public record Answer(
            Question question, Setting setting, int threads, double error, RankInterval time) {

        /**
         * @throws IllegalArgumentException if there are more threads than were asked for, or if the
         *     error is no number
         */
        public Answer {
            if (threads < 1 || threads > question.threads()) {
                throw new IllegalArgumentException(
                        "threads must be from 1 to " + question.threads() + ", not " + threads);
            }
            if (!(error >= 0 && error < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "error must be finite and at least 0, not " + error);
            }
        }

        /** The answer of a selection. */
        public static Answer of(Selection selection) {
            Candidate fastest = selection.fastest();
            return new Answer(
                    selection.question(),
                    fastest.setting(),
                    fastest.threads(),
                    fastest.promise().error(),
                    fastest.time());
        }
    }

    /** Copies the list. */
    public MachineProfile {
        answers = List.copyOf(answers);
    }

    /** The same with one more answer, which replaces an older one to the same question. */
    public MachineProfile with(Answer answer) {
        List<Answer> all = new ArrayList<>(answers);
        all.removeIf(other -> other.question().equals(answer.question()));
        all.add(answer);
        return new MachineProfile(machine, all);
    }

    /**
     * The answer that fits best: accurate enough but no more than need be, and of those one with
     * the same number of threads, the nearest batch, the nearest time.
     */
    public Optional<Answer> answer(Use use) {
        return answers.stream()
                .filter(answer -> use.isAnsweredBy(answer.question()))
                .min(
                        Comparator.<Answer>comparingDouble(answer -> -answer.question().accuracy())
                                .thenComparing(
                                        answer -> answer.question().threads() != use.threads())
                                .thenComparingDouble(answer -> use.batchRatio(answer.question()))
                                .thenComparingDouble(answer -> use.timeRatio(answer.question())));
    }

    /** The most accurate answer that would be one if its accuracy were enough. */
    public Optional<Answer> mostAccurate(Use use) {
        return answers.stream()
                .filter(answer -> use.atAnyAccuracy().isAnsweredBy(answer.question()))
                .min(Comparator.comparingDouble(answer -> answer.question().accuracy()));
    }

    /** As JSON. */
    public String json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("version", VERSION);
        json.put("cpu", machine.cpu());
        json.put("jdk", machine.jdk());
        json.put("lanes", machine.lanes());
        json.put("larmor", machine.version());
        ArrayNode array = json.putArray("answers");
        for (Answer answer : answers) {
            ObjectNode one = array.addObject();
            one.put("quantity", answer.question().quantity().id());
            one.put("accuracy", answer.question().accuracy());
            one.put("batch", answer.question().batch());
            one.put("time", answer.question().time());
            one.put("most_threads", answer.question().threads());
            one.put("solver", answer.setting().solver());
            one.put("control", answer.setting().control().id());
            one.put("value", answer.setting().value());
            one.put("threads", answer.threads());
            one.put("error", answer.error());
            one.put("seconds", answer.time().median());
            one.put("seconds_low", answer.time().low());
            one.put("seconds_high", answer.time().high());
        }
        return json.toPrettyString() + "\n";
    }

    /** Reads {@link #json}; empty if the text is nothing that it could have written. */
    public static Optional<MachineProfile> parse(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            if (json.path("version").asInt(0) != VERSION) {
                return Optional.empty();
            }
            List<Answer> answers = new ArrayList<>();
            json.required("answers").forEach(node -> answers.add(answer(node)));
            return Optional.of(
                    new MachineProfile(
                            new Fingerprint(
                                    word(json, "cpu"),
                                    word(json, "jdk"),
                                    word(json, "lanes"),
                                    word(json, "larmor")),
                            answers));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Answer answer(JsonNode node) {
        return new Answer(
                new Question(
                        Quantity.of(word(node, "quantity")),
                        number(node, "accuracy"),
                        node.required("batch").intValue(),
                        number(node, "time"),
                        node.required("most_threads").intValue()),
                new Setting(
                        word(node, "solver"),
                        Control.of(word(node, "control")),
                        number(node, "value")),
                node.required("threads").intValue(),
                number(node, "error"),
                new RankInterval(
                        number(node, "seconds_low"),
                        number(node, "seconds"),
                        number(node, "seconds_high")));
    }

    private static String word(JsonNode node, String key) {
        return node.required(key).stringValue();
    }

    private static double number(JsonNode node, String key) {
        return node.required(key).doubleValue();
    }
}
