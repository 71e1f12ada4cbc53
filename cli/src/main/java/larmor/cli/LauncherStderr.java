package larmor.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Gives standard error back to the program.
 *
 * <p>While the JVM starts, the launcher sends its standard error through a filter, which takes out
 * the notice about incubator modules. From here on nothing needs to be taken out, and a line that
 * reached the terminal only after the process had ended would be a nuisance: the launcher keeps the
 * true standard error open under another number, which takes the filter's place.
 */
final class LauncherStderr {

    /** The number of the true standard error, set by the launcher. */
    private static final String DESCRIPTOR_PROPERTY = "larmor.stderr.descriptor";

    private static final int STANDARD_ERROR = 2;

    private LauncherStderr() {}

    /** Does nothing where the launcher has set no filter up. */
    @SuppressWarnings("restricted")
    static void restore() {
        Integer descriptor = Integer.getInteger(DESCRIPTOR_PROPERTY);
        if (descriptor == null) {
            return;
        }
        try {
            Linker linker = Linker.nativeLinker();
            MethodHandle dup2 =
                    linker.downcallHandle(
                            linker.defaultLookup().findOrThrow("dup2"),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT));
            int _ = (int) dup2.invokeExact((int) descriptor, STANDARD_ERROR);
        } catch (Throwable e) {
            // The filter stays in place, which does no harm.
            return;
        }
    }
}
