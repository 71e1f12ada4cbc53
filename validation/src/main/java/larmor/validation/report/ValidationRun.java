package larmor.validation.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import larmor.validation.Check;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Findings;
import larmor.validation.ladder.Laboratory;
import larmor.validation.ladder.Sabotage;

/**
 * The outcome of families of checks, and of sabotages if they were tried.
 *
 * @param effort how much each family did
 * @param sections a family each, in the order in which they ran
 * @param trials a sabotage each; empty where none was tried
 */
public record ValidationRun(Effort effort, List<Section> sections, List<Trial> trials) {

    /** Nothing was run. */
    public static final ValidationRun NONE = new ValidationRun(Effort.QUICK, List.of(), List.of());

    /**
     * What one family found.
     *
     * @param family the family
     * @param findings what it found
     * @param seconds how long it took
     */
    public record Section(CheckFamily family, Findings findings, double seconds) {

        /** The checks of this family. */
        public List<Check> checks() {
            return findings.checks();
        }
    }

    /**
     * Which checks caught a sabotage.
     *
     * @param sabotage the mistake
     * @param caught the checks that fail with it and pass without; none if it survived
     */
    public record Trial(Sabotage sabotage, List<Check> caught) {

        /** Copies the list. */
        public Trial {
            caught = List.copyOf(caught);
        }

        /** Whether no check noticed. */
        public boolean survived() {
            return caught.isEmpty();
        }
    }

    /** Copies the lists. */
    public ValidationRun {
        sections = List.copyOf(sections);
        trials = List.copyOf(trials);
    }

    /**
     * Runs families one after the other. One that throws has failed, and the others run: nothing
     * that was found is lost.
     *
     * @param laboratory what they read
     * @param effort how much each does
     * @param progress told the name of each before it starts
     */
    public static ValidationRun of(
            List<CheckFamily> families,
            Laboratory laboratory,
            Effort effort,
            Consumer<String> progress) {
        List<Section> sections = new ArrayList<>();
        for (CheckFamily family : families) {
            progress.accept(family.name());
            long start = System.nanoTime();
            Findings findings = examine(family, laboratory, effort);
            sections.add(new Section(family, findings, 1e-9 * (System.nanoTime() - start)));
        }
        return new ValidationRun(effort, sections, List.of());
    }

    private static Findings examine(CheckFamily family, Laboratory laboratory, Effort effort) {
        try {
            return family.examine(laboratory, effort);
        } catch (RuntimeException e) {
            Check stopped =
                    Check.absolute(
                            new Check.Claim(
                                    completion(family),
                                    "the checks of " + family.title() + " were cut short by " + e,
                                    "no exception",
                                    "this page"),
                            1,
                            0,
                            new Check.Limit(0, "checks that did not run show nothing"));
            return new Findings("cut short by " + e, List.of(stopped), List.of());
        }
    }

    /** The name of the check that fails where a family does not come to its end. */
    private static String completion(CheckFamily family) {
        return family.name() + "-completed";
    }

    /**
     * The same run with each sabotage tried on those of its families that took part, at little
     * effort.
     *
     * @param honest the laboratory as it is
     * @param progress told the name of each sabotage before it is tried
     */
    public ValidationRun withSabotages(
            List<Sabotage> sabotages, Laboratory honest, Consumer<String> progress) {
        Map<String, Set<String>> passing = new LinkedHashMap<>();
        List<Trial> tried = new ArrayList<>();
        for (Sabotage sabotage : sabotages) {
            List<CheckFamily> families =
                    sections.stream()
                            .map(Section::family)
                            .filter(family -> sabotage.families().contains(family.name()))
                            .toList();
            if (families.isEmpty()) {
                continue;
            }
            progress.accept("sabotage " + sabotage.name());
            Laboratory spoilt = sabotage.tampering().apply(honest);
            List<Check> caught = new ArrayList<>();
            for (CheckFamily family : families) {
                Set<String> names =
                        passing.computeIfAbsent(family.name(), _ -> namesOfPassing(family, honest));
                examine(family, spoilt, Effort.QUICK).checks().stream()
                        .filter(check -> !check.passed() && names.contains(check.claim().name()))
                        .forEach(caught::add);
            }
            tried.add(new Trial(sabotage, caught));
        }
        return new ValidationRun(effort, sections, tried);
    }

    private static Set<String> namesOfPassing(CheckFamily family, Laboratory honest) {
        Set<String> names = new HashSet<>(Set.of(completion(family)));
        for (Check check : examine(family, honest, Effort.QUICK).checks()) {
            if (check.passed()) {
                names.add(check.claim().name());
            } else {
                names.remove(check.claim().name());
            }
        }
        return names;
    }

    /** Every check, and one that no sabotage survived if any was tried. */
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        sections.forEach(section -> checks.addAll(section.checks()));
        checks.addAll(survivors());
        return List.copyOf(checks);
    }

    /** The check that no sabotage survived; none where none was tried. */
    List<Check> survivors() {
        if (trials.isEmpty()) {
            return List.of();
        }
        List<String> survivors =
                trials.stream()
                        .filter(Trial::survived)
                        .map(trial -> trial.sabotage().name())
                        .toList();
        return List.of(
                Check.absolute(
                        new Check.Claim(
                                "sabotage-survivors",
                                "mistakes made on purpose that no check noticed, of "
                                        + trials.size()
                                        + (survivors.isEmpty()
                                                ? ""
                                                : ": " + String.join(", ", survivors)),
                                "none",
                                "this page, section Sabotage"),
                        survivors.size(),
                        0,
                        new Check.Limit(0, "a mistake that goes unnoticed is a missing check")));
    }

    /** The checks that failed. */
    public List<Check> failures() {
        return checks().stream().filter(check -> !check.passed()).toList();
    }

    /** Whether every check passed. */
    public boolean passed() {
        return failures().isEmpty();
    }
}
