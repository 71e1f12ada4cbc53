package larmor.cli;

/** A run that was asked for correctly and could not be completed. */
final class RunFailed extends Exception {

    private static final long serialVersionUID = 1L;

    RunFailed(String message) {
        super(message);
    }
}
