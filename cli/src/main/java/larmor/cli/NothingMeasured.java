package larmor.cli;

/** A measurement that was asked for correctly and gave nothing to be believed. */
final class NothingMeasured extends Exception {

    private static final long serialVersionUID = 1L;

    NothingMeasured(String message) {
        super(message);
    }
}
