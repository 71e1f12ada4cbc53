package larmor.validation.physics;

import java.util.List;
import larmor.validation.Check;

/**
 * A place in which the paper's letter cannot be followed.
 *
 * @param printed what the paper has
 * @param right what has to stand there
 * @param number what shows it
 * @param check the name of the check, or of both, that computed the number
 */
record Slip(String printed, String right, String number, String check) {

    /** The claim of a check of a slip. */
    static Check.Claim claim(String name, String what, String formula, String source) {
        return new Check.Claim("paper-" + name, what, formula, source);
    }

    /** A row of the table. */
    List<String> row() {
        return List.of(printed, right, number, check);
    }
}
