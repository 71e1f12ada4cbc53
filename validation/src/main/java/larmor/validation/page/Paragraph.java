package larmor.validation.page;

/**
 * A paragraph of text.
 *
 * @param text plain text; it may hold subscripts as in {@code V_c}
 */
public record Paragraph(String text) implements Block {}
