package larmor.validation.ladder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import larmor.validation.Subject;

/**
 * The rows of a table that has numbers of each solver. A solver and its twins in lanes share a row
 * where they have the same numbers, as they should: what differs then catches the eye.
 */
public final class SolverRows {

    /** What makes two rows one. */
    private record Content(String twin, String mode, List<String> cells) {}

    private final Map<Content, List<Subject>> rows = new LinkedHashMap<>();

    /** Adds what was found of a solver. */
    public void add(Subject subject, List<String> cells) {
        add(subject, "", cells);
    }

    /**
     * Adds what was found of a solver in one of its modes.
     *
     * @param mode what the name of the mode adds to the id of the solver; may be empty
     */
    public void add(Subject subject, String mode, List<String> cells) {
        rows.computeIfAbsent(
                        new Content(subject.twin(), mode, List.copyOf(cells)),
                        _ -> new ArrayList<>())
                .add(subject);
    }

    /** The rows in the order in which they came up, each headed by its solvers. */
    public List<List<String>> rows() {
        List<List<String>> all = new ArrayList<>();
        rows.forEach((content, subjects) -> {
            List<String> row = new ArrayList<>(List.of(name(subjects) + content.mode()));
            row.addAll(content.cells());
            all.add(row);
        });
        return all;
    }

    /** Such as {@code rk4, rk4-simd-128, -256}. */
    private static String name(List<Subject> subjects) {
        StringBuilder name = new StringBuilder();
        boolean inLanes = false;
        for (Subject subject : subjects) {
            boolean wider = inLanes && subject.kind() == Subject.Kind.LANES;
            name.append(name.isEmpty() ? "" : ", ")
                    .append(
                            wider
                                    ? subject.id().substring(subject.solver().length())
                                    : subject.id());
            inLanes |= subject.kind() == Subject.Kind.LANES;
        }
        return name.toString();
    }
}
