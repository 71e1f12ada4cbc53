package larmor.validation.page;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import larmor.validation.Check;

/**
 * A report.
 *
 * @param title its heading
 * @param lead what it shows, in one or two sentences
 * @param provenance where its numbers come from
 * @param sections its parts, in order
 * @param summary its verdict, where that is not a matter of checks; without it and without checks
 *     there is none
 */
public record Page(
        String title,
        String lead,
        Provenance provenance,
        List<Section> sections,
        Optional<Summary> summary) {

    /** The paper that all pages are about, and the name that they have for it from there on. */
    public static final String PAPER =
            "Gunnink, Ludwig and Duine (GLD), Phys. Rev. B 109, 024408 (2024)";

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if two sections or figures have the same id
     */
    public Page {
        sections = List.copyOf(sections);
        Set<String> ids = new HashSet<>();
        for (Section section : sections) {
            requireNew(ids, section.id());
            for (Block block : section.blocks()) {
                if (block instanceof Drawing drawing) {
                    requireNew(ids, drawing.id());
                }
            }
        }
    }

    /** A page whose verdict is that of its checks. */
    public Page(String title, String lead, Provenance provenance, List<Section> sections) {
        this(title, lead, provenance, sections, Optional.empty());
    }

    private static void requireNew(Set<String> ids, String id) {
        if (!ids.add(id)) {
            throw new IllegalArgumentException("two parts of the page have the id " + id);
        }
    }

    /** All checks that the page shows. */
    public List<Check> checks() {
        return sections.stream()
                .flatMap(section -> section.blocks().stream())
                .flatMap(block ->
                        block instanceof Evidence evidence
                                ? evidence.checks().stream()
                                : Stream.<Check>empty())
                .toList();
    }

    /** The verdict; empty where there is none and no checks were run. */
    Optional<Summary> conclusion() {
        List<Check> checks = checks();
        return summary.or(
                () -> checks.isEmpty() ? Optional.empty() : Optional.of(Summary.of(checks)));
    }

    /** The page as the text of one HTML file. */
    public String html() {
        return PageTemplate.render(this);
    }
}
