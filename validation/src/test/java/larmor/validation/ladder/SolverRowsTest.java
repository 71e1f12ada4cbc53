package larmor.validation.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import larmor.validation.Subject;
import larmor.validation.Subject.Kind;
import org.junit.jupiter.api.Test;

class SolverRowsTest {

    private static final Subject SCALAR = subject("rk4", Kind.SCALAR);
    private static final Subject NARROW = subject("rk4-simd-128", Kind.LANES);
    private static final Subject WIDE = subject("rk4-simd-256", Kind.LANES);

    private static Subject subject(String id, Kind kind) {
        return new Subject(id, kind, "rk4", 4, Optional.empty(), Optional.empty());
    }

    @Test
    void solversWithTheSameNumbersShareARow() {
        SolverRows rows = new SolverRows();
        List.of(SCALAR, NARROW, WIDE).forEach(one -> rows.add(one, ", fixed step", List.of("1")));
        assertThat(rows.rows())
                .containsExactly(List.of("rk4, rk4-simd-128, -256, fixed step", "1"));
    }

    @Test
    void aSolverThatDiffersHasARowOfItsOwn() {
        SolverRows rows = new SolverRows();
        rows.add(SCALAR, List.of("1"));
        rows.add(NARROW, List.of("2"));
        rows.add(WIDE, List.of("1"));
        assertThat(rows.rows())
                .containsExactly(List.of("rk4, rk4-simd-256", "1"), List.of("rk4-simd-128", "2"));
    }
}
