package larmor.validation.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import larmor.validation.SolverCatalogue;
import larmor.validation.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SolverStyleTest {

    /** What WCAG 2.1 asks of lines and marks beside their background. */
    private static final double LEAST_CONTRAST = 3;

    @Test
    void everySolverHasAColourOfItsOwnAndASolverInLanesThatOfItsTwin() {
        List<Subject> subjects = SolverCatalogue.subjects();
        List<Subject> scalar =
                subjects.stream().filter(subject -> subject.kind() != Subject.Kind.LANES).toList();
        assertThat(scalar).extracting(subject -> style(subject).hue()).doesNotHaveDuplicates();
        assertThat(scalar).extracting(subject -> style(subject).hue()).doesNotContain(Hue.GREY);
        assertThat(subjects)
                .allSatisfy(subject ->
                        assertThat(style(subject)).isEqualTo(SolverStyle.of(subject.twin())));
    }

    private static SolverStyle style(Subject subject) {
        return SolverStyle.of(subject.solver());
    }

    @Test
    void solversOfOneMethodDifferInTheirMarksToo() {
        for (String method : List.of("rk4", "dopri5", "dop853")) {
            assertThat(SolverStyle.of("hipparchus-" + method).mark())
                    .isNotEqualTo(SolverStyle.of(method).mark());
        }
    }

    @Test
    void aSolverWithoutAStyleIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SolverStyle.of("euler"))
                .withMessageContainingAll("solver = euler", "rk4");
    }

    @ParameterizedTest
    @EnumSource
    void aColourOfDataStandsOutFromEitherPaper(Hue hue) {
        assertThat(contrast(hue.light(), Tint.PAPER.light())).isGreaterThan(LEAST_CONTRAST);
        assertThat(contrast(hue.dark(), Tint.PAPER.dark())).isGreaterThan(LEAST_CONTRAST);
    }

    private static double contrast(String one, String other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    /** As WCAG 2.1 defines it. */
    private static double luminance(String colour) {
        double[] linear =
                Arrays.stream(new int[] {1, 3, 5})
                        .mapToDouble(i -> Integer.parseInt(colour.substring(i, i + 2), 16) / 255.0)
                        .map(c ->
                                c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4))
                        .toArray();
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }
}
