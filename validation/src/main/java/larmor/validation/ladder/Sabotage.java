package larmor.validation.ladder;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A mistake made on purpose, to see that the checks notice it.
 *
 * @param name short and unique, such as {@code coefficient-damping}
 * @param what the mistake, in a sentence
 * @param families the names of the families that are meant to catch it, at least one
 * @param tampering makes the mistake
 */
public record Sabotage(
        String name, String what, List<String> families, UnaryOperator<Laboratory> tampering) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if no family is meant to catch it
     */
    public Sabotage {
        families = List.copyOf(families);
        if (families.isEmpty()) {
            throw new IllegalArgumentException(name + " needs a family that catches it");
        }
    }
}
