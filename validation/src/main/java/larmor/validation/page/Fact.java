package larmor.validation.page;

/**
 * A named value shown with a data point.
 *
 * @param label a symbol such as {@code V/V_c}, or a word
 * @param value as it shall be printed
 */
public record Fact(String label, String value) {}
