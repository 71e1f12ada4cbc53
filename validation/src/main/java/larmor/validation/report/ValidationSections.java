package larmor.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import larmor.validation.Check;
import larmor.validation.page.Block;
import larmor.validation.page.Evidence;
import larmor.validation.page.Numeral;
import larmor.validation.page.Paragraph;
import larmor.validation.page.Section;
import larmor.validation.page.Table;
import larmor.validation.physics.PhysicsFamilies;

/**
 * The sections of a page that show a validation run.
 *
 * @param run what was found
 * @param showsFigure2 whether the page shows the paper's Fig. 2
 */
record ValidationSections(ValidationRun run, boolean showsFigure2) {

    /** How many names of checks a cell of the table of sabotages holds. */
    private static final int NAMED = 3;

    /** The checks that failed, for the top of a page; no section where none did. */
    List<Section> failures(List<Check> failures) {
        return failures.isEmpty()
                ? List.of()
                : List.of(new Section("failed", "What failed", List.of(new Evidence(failures))));
    }

    /** A row for each family. */
    Section summary() {
        List<List<String>> rows = new ArrayList<>();
        for (ValidationRun.Section section : run.sections()) {
            List<Check> checks = section.checks();
            Optional<Check> nearest = Check.nearestToLimit(checks);
            rows.add(
                    List.of(
                            section.family().title(),
                            section.findings().result(),
                            passedOf(checks),
                            nearest.map(check -> Numeral.percent(check.limitUsed())).orElse(""),
                            nearest.map(check -> check.claim().name()).orElse("")));
        }
        return new Section(
                "summary",
                "The evidence in short",
                List.of(
                        new Paragraph(
                                "Each check compares a number with a reference, found as the claim or"
                                        + " the formula says, and passes if the error is at most a"
                                        + " limit that follows from theory; the reason stands beside the"
                                        + " limit. The share of the limit that the error uses is the margin: a"
                                        + " limit that is never touched would prove little. Where the limit is"
                                        + " the uncertainty that the number itself states, its distance from"
                                        + " that very reference, a share near 100 % is by construction: the"
                                        + " check says so, and is left out of the last two columns. "
                                        + (run.trials().isEmpty()
                                                ? "Whether the checks can fail is shown by all of"
                                                        + " ./larmor validate, which makes mistakes"
                                                        + " on purpose."
                                                : "Whether the checks can fail is shown too, by"
                                                        + " mistakes made on purpose, under"
                                                        + " Sabotage.")),
                        new Table(
                                "Families of checks, from the references up: what was measured, and the"
                                        + " largest share of a limit",
                                List.of("family", "result", "passed", "limit used", "by"),
                                rows)));
    }

    static String passedOf(List<Check> checks) {
        return checks.stream().filter(Check::passed).count() + " of " + checks.size();
    }

    /** A section for each family. */
    List<Section> families() {
        return run.sections().stream().map(this::section).toList();
    }

    private Section section(ValidationRun.Section section) {
        List<Block> blocks = new ArrayList<>();
        section.family().introduction().forEach(text -> blocks.add(new Paragraph(text)));
        if (!showsFigure2 && section.family().name().equals(PhysicsFamilies.ABOUT_FIGURE_2)) {
            blocks.add(
                    new Paragraph("Fig. 2 itself is on another page: ./larmor report makes it."));
        }
        blocks.addAll(section.findings().blocks());
        List<Check> passed = section.checks().stream().filter(Check::passed).toList();
        int failed = section.checks().size() - passed.size();
        if (failed > 0) {
            blocks.add(
                    new Paragraph(
                            failed
                                    + (failed == 1 ? " check" : " checks")
                                    + " of this family failed: at the top of the page."));
        }
        if (!passed.isEmpty()) {
            blocks.add(new Evidence(passed, true));
        }
        return new Section(section.family().name(), section.family().title(), blocks);
    }

    /** What caught each sabotage; no section where none was tried. */
    List<Section> sabotages() {
        if (run.trials().isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        for (ValidationRun.Trial trial : run.trials()) {
            rows.add(
                    List.of(
                            trial.sabotage().name(),
                            trial.sabotage().what(),
                            trial.survived() ? "none: it survived" : caughtBy(trial.caught())));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        "Would the checks notice a mistake? Each of these was made on purpose, and"
                                + " the families meant to notice it were run again, in their quick"
                                + " form. A wrong coefficient is put into what all solvers read, not"
                                + " into what the references are computed from. A wrong entry of a"
                                + " table of coefficients cannot be put into a kernel, which has them"
                                + " written out: a textbook's loops over a table stand in for it. With"
                                + " the right table the stand-in passes every check that the kernel"
                                + " passes, so with a wrong one it is what that kernel would be. Wrong"
                                + " lanes and bits are spoilt results of a solver that is right. Where"
                                + " more checks caught a mistake than are named here, the JSON names"
                                + " all of them."));
        blocks.add(
                new Table(
                        "Mistakes and the checks that caught them",
                        List.of("sabotage", "mistake", "caught by"),
                        rows));
        List<Check> passed = run.survivors().stream().filter(Check::passed).toList();
        if (!passed.isEmpty()) {
            blocks.add(new Evidence(passed, true));
        }
        return List.of(new Section("sabotage", "Sabotage", blocks));
    }

    static String caughtBy(List<Check> caught) {
        List<String> names = caught.stream().map(check -> check.claim().name()).toList();
        String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        int others = names.size() - NAMED;
        return others > 0 ? first + " and " + others + " more" : first;
    }
}
