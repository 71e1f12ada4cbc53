package larmor.cli;

import picocli.CommandLine.Option;

/** How a command prints an answer. */
final class AnswerFormat {

    @Option(
            names = "--format",
            paramLabel = "text|json",
            converter = Choice.OfAnswer.class,
            defaultValue = "text",
            description = "Default: ${DEFAULT-VALUE}.")
    private Choice.Answer format = Choice.Answer.TEXT;

    boolean isJson() {
        return format == Choice.Answer.JSON;
    }
}
