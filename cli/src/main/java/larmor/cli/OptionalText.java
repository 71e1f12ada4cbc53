package larmor.cli;

import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import larmor.model.SiPrefix;

/** Numbers that need not exist, for people. */
final class OptionalText {

    /** What stands in the place of a number that does not exist. */
    static final String NONE = "-";

    private OptionalText() {}

    /** The number as a text has it, or {@link #NONE}. */
    static String of(OptionalDouble value, DoubleFunction<String> text) {
        return value.isPresent() ? text.apply(value.getAsDouble()) : NONE;
    }

    /** A frequency in Hz as a text has it in GHz, or {@link #NONE}. */
    static String gigahertz(OptionalDouble hertz, DoubleFunction<String> text) {
        return of(hertz, value -> text.apply(SiPrefix.GIGA.of(value)));
    }
}
