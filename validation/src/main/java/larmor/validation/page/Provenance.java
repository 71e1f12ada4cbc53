package larmor.validation.page;

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
        String commit, String date, String jdk, String cpu, String lanes, String command) {}
