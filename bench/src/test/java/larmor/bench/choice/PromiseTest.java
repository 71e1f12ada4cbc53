package larmor.bench.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import larmor.validation.CertifiedEndStates;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that a search finds hold at voltages that it has not seen. */
class PromiseTest {

    /** Rounding in 10 000 steps of order 9, at the hardest of 64 voltages: measured 2e-11. */
    private static final double REFERENCE_ERROR = 1e-10;

    private static final int UNSEEN = 500;

    /**
     * The second largest of 1000 errors stays below with a margin of 1.5; errors are k times as
     * large at a share 1/k of voltages, so 0.7 of 500 are expected above, and 5 or more in one of
     * 1000 sets.
     */
    private static final int MOST_ABOVE = 4;

    private static final Question QUESTION =
            new Question(Quantity.END_STATE, 1e-6, 64, CertifiedEndStates.END_TIME, 2);

    private static ReferenceRuns runs;
    private static ReferenceRuns unseen;

    @BeforeAll
    static void prepare() {
        runs = new ReferenceRuns(QUESTION, Question.voltages(1000));
        SplittableRandom random = new SplittableRandom(3);
        double[] voltages = new double[UNSEEN];
        Arrays.setAll(
                voltages,
                _ -> random.nextDouble(Question.LOWEST_VOLTAGE, Question.HIGHEST_VOLTAGE));
        unseen = new ReferenceRuns(QUESTION, voltages);
    }

    @ParameterizedTest
    @CsvSource({
        "verner9-simd, STEP, 1e-6",
        "dop853-simd,  STEP, 1e-3",
        "dop853-simd,  TOLERANCE, 1e-6",
        "verner9-simd, STEP, 1e-9",
    })
    void aSettingHoldsItsPromiseAtUnseenVoltages(String solver, Control control, double accuracy) {
        Method method = Method.of(solver, control);
        SettingSearch search = new SettingSearch(runs, method, accuracy / Chooser.SAFETY);
        Optional<Probe> found = search.search();
        assertThat(found).isPresent();
        double value = found.orElseThrow().value();
        assertThat(runs.promise(method.with(value)).error())
                .isLessThanOrEqualTo(accuracy / Chooser.SAFETY);
        assertThat(unseen.atAllVoltages(method.with(value)).allBut(MOST_ABOVE))
                .isLessThan(accuracy);
        // Neither is it finer than need be: a step longer by 6 % errs by 1.5 times as much or more.
        double coarser = control == Control.STEP ? 1.06 * value : 2 * value;
        assertThat(runs.promise(method.with(coarser)).error())
                .isGreaterThan(accuracy / Chooser.SAFETY);
    }

    @Test
    void theReferenceIsThatOfTheCertifiedTable() {
        List<CertifiedEndStates.Row> rows = CertifiedEndStates.rows();
        ReferenceRuns certified =
                new ReferenceRuns(
                        QUESTION,
                        rows.stream().mapToDouble(CertifiedEndStates.Row::voltage).toArray());
        for (int i = 0; i < rows.size(); i++) {
            double[] m = certified.reference(i);
            double error =
                    StrictMath.hypot(
                            StrictMath.hypot(
                                    m[0] - rows.get(i).end().x(), m[1] - rows.get(i).end().y()),
                            m[2] - rows.get(i).end().z());
            assertThat(error).isLessThan(REFERENCE_ERROR);
        }
        assertThat(certified.uncertainty()).isLessThan(REFERENCE_ERROR);
    }

    /** The bound is the share at which so few above it are the 5 % of the unluckiest draws. */
    @ParameterizedTest
    @CsvSource({"0, 128", "0, 16", "4, 4096", "1, 1000"})
    void howRareALargerErrorIsFollowsFromTheBinomialDistribution(int above, int voltages) {
        double share = 1.0 / new Promise(1, above, voltages, 1).oneIn();
        double term = StrictMath.pow(1 - share, voltages);
        double sum = 0;
        for (int k = 0; k <= above; k++) {
            sum += term;
            term *= share / (1 - share) * (voltages - k) / (k + 1);
        }
        // 1/share is rounded down to a whole number, of 5 or more.
        assertThat(sum).isBetween(0.01, 0.05);
    }

    @Test
    void twinsHaveTheSameErrors() {
        assertThat(runs.atHardVoltages(Method.of("verner9", Control.STEP).with(0.5)).largest())
                .isEqualTo(
                        runs.atHardVoltages(Method.of("verner9-simd", Control.STEP).with(0.5))
                                .largest());
    }
}
