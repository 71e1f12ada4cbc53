package larmor.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import larmor.validation.Check.Claim;
import larmor.validation.Check.Limit;
import larmor.validation.Check.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {

    private static final Claim CLAIM =
            new Claim("fmr-frequency", "The FMR frequency is √(ab).", "ω₀ = √(ab)", "Kittel");
    private static final Limit LIMIT = new Limit(0.5, "half a unit, for the test");

    @Test
    void anErrorEqualToItsLimitPassesAndUsesAllOfIt() {
        Check check = Check.absolute(CLAIM, 1.5, 1, LIMIT);
        assertThat(check.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(check.limitUsed()).isEqualTo(1);
    }

    @Test
    void anErrorBeyondItsLimitFails() {
        Check check = Check.relative(CLAIM, 4, 2, LIMIT);
        assertThat(check.error()).isEqualTo(1);
        assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(check.limitUsed()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aNumberThatIsNotFiniteFails(double measured) {
        Check check = Check.absolute(CLAIM, measured, 1, LIMIT);
        assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(check.limitUsed()).isInfinite();
    }

    @Test
    void aMeasurementThatIsNotFiniteFailsWhateverErrorIsClaimed() {
        assertThat(new Check(CLAIM, Double.NaN, 1, 0, LIMIT).passed()).isFalse();
    }

    @Test
    void aRelativeErrorToAReferenceOfZeroFails() {
        assertThat(Check.relative(CLAIM, 0, 0, LIMIT).passed()).isFalse();
    }

    @Test
    void aLimitOfZeroAsksForEquality() {
        Limit equality = new Limit(0, "the same bits");
        assertThat(Check.absolute(CLAIM, 1, 1, equality).passed()).isTrue();
        assertThat(Check.absolute(CLAIM, 1, 1, equality).limitUsed()).isZero();
        Check missed = Check.absolute(CLAIM, Math.nextUp(1.0), 1, equality);
        assertThat(missed.passed()).isFalse();
        assertThat(missed.limitUsed()).isInfinite();
    }

    @Test
    void aLimitWithoutAReasonIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(1, " "));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(Double.NaN, "none"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(-1, "none"));
    }

    @Test
    void theNearestToItsLimitIsNotOneThatIsNearByConstruction() {
        Limit stated = new Limit(0.5, "its own uncertainty", Check.Basis.STATED_UNCERTAINTY);
        Check margin = Check.absolute(CLAIM, 1.25, 1, LIMIT);
        Check covered = Check.absolute(CLAIM, 1.49, 1, stated);
        Check notCovered = Check.absolute(CLAIM, 1.51, 1, stated);
        assertThat(Check.worst(List.of(margin, covered))).isEqualTo(covered);
        assertThat(Check.nearestToLimit(List.of(margin, covered))).contains(margin);
        assertThat(Check.nearestToLimit(List.of(margin, notCovered))).contains(notCovered);
        assertThat(Check.nearestToLimit(List.of(covered))).isEmpty();
        assertThat(covered.toJson().get("limit_basis").asString()).isEqualTo("stated-uncertainty");
    }

    @Test
    void aNegativeErrorIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Check(CLAIM, 1, 1, -1, LIMIT))
                .withMessageContaining("-1");
    }

    @Test
    void jsonKeepsEveryDigitAndHoldsNoNan() {
        assertThat(Check.absolute(CLAIM, 0.1, 0.3, LIMIT).toJson().toString())
                .isEqualTo(
                        "{\"name\":\"fmr-frequency\",\"what\":\"The FMR frequency is √(ab).\","
                                + "\"formula\":\"ω₀ = √(ab)\",\"source\":\"Kittel\","
                                + "\"measured\":0.1,\"reference\":0.3,"
                                + "\"error\":0.19999999999999998,\"limit\":0.5,"
                                + "\"limit_reason\":\"half a unit, for the test\","
                                + "\"limit_basis\":\"theory\","
                                + "\"limit_used\":0.39999999999999997,\"verdict\":\"passed\"}");
        assertThat(Check.absolute(CLAIM, Double.NaN, 1, LIMIT).toJson().toString())
                .contains("\"measured\":null", "\"error\":null", "\"verdict\":\"failed\"")
                .doesNotContain("NaN");
    }
}
