package larmor.bench;

/** The flags of the JVMs that benchmarks run in: those with which {@code ./larmor} starts Java. */
final class JvmFlags {

    static final String VECTOR_API = "--add-modules=jdk.incubator.vector";

    /**
     * Arrays start cache lines; what that is worth the package documentation of larmor.simd tells.
     */
    static final String ALIGNED_ARRAYS = "-XX:ObjectAlignmentInBytes=64";

    /** JMH itself uses what the JVM would warn of. */
    static final String NO_WARNINGS = "--sun-misc-unsafe-memory-access=allow";

    private JvmFlags() {}
}
