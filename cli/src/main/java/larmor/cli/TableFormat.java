package larmor.cli;

import picocli.CommandLine.Option;

/** How a command prints a table. */
final class TableFormat {

    @Option(
            names = "--format",
            paramLabel = "text|json|csv",
            converter = Choice.OfFormat.class,
            defaultValue = "text",
            description = "Default: ${DEFAULT-VALUE}.")
    private Choice.Format format = Choice.Format.TEXT;

    Choice.Format format() {
        return format;
    }
}
