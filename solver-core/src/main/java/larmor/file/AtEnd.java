package larmor.file;

/** What is to be done if the process is stopped, by a signal, before this is closed. */
public final class AtEnd implements AutoCloseable {

    private final Thread thread;

    /**
     * @param action in a thread of its own, while the others still run; not done where the process
     *     is being stopped already
     */
    public AtEnd(Runnable action) {
        thread = new Thread(action);
        try {
            Runtime.getRuntime().addShutdownHook(thread);
        } catch (IllegalStateException endingAlready) {
            return;
        }
    }

    /** From now on there is nothing to be done. */
    @Override
    public void close() {
        boolean _ = cancel();
    }

    /** The same; returns whether it was in time: where the process is being stopped, it is done. */
    public boolean cancel() {
        try {
            return Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException endingAlready) {
            return false;
        }
    }
}
