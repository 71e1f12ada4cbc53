package larmor.file;

import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A number that need not exist, in JSON. */
final class OptionalNumber {

    private OptionalNumber() {}

    /** The number; null where there is none. */
    static JsonNode node(OptionalDouble value) {
        return value.isPresent()
                ? JsonNodeFactory.instance.numberNode(value.getAsDouble())
                : JsonNodeFactory.instance.nullNode();
    }
}
