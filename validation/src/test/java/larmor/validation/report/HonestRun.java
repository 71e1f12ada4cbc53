package larmor.validation.report;

import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Laboratory;

/** One quick run of every family, for all the tests that look at it. */
final class HonestRun {

    static final Laboratory LABORATORY =
            Laboratory.honest(Runtime.getRuntime().availableProcessors());

    static final ValidationRun RUN =
            ValidationRun.of(Ladder.families(), LABORATORY, Effort.QUICK, _ -> {});

    private HonestRun() {}
}
