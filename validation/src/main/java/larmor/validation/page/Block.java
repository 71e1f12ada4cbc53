package larmor.validation.page;

/** A piece of a {@link Section}. */
public sealed interface Block permits Paragraph, Drawing, Table, Evidence, Problem, Downloads {}
