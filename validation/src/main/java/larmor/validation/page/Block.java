package larmor.validation.page;

/** A piece of a {@link Section}. */
public sealed interface Block permits Paragraph, Figure, Table, Evidence, Problem, Downloads {}
