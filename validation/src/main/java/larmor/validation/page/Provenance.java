package larmor.validation.page;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the numbers of a page come from.
 *
 * @param commit of Larmor
 * @param date of the run, as it shall be printed
 * @param jdk the Java runtime
 * @param cpu the processor
 * @param lanes the width of the vector solvers, or why they did not run
 * @param command what to type to get the page again
 */
public record Provenance(
        String commit, String date, String jdk, String cpu, String lanes, String command) {

    /** The same as JSON, under the names of the components. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("commit", commit);
        json.put("date", date);
        json.put("jdk", jdk);
        json.put("cpu", cpu);
        json.put("lanes", lanes);
        json.put("command", command);
        return json;
    }
}
