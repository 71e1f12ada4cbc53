package larmor.simd;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Loads the classes of this package again for vectors of another width. The width is a constant of
 * the classes, since only then a kernel compiles to vector instructions; so each width needs
 * classes of its own. This class itself is not loaded again: {@link SimdProvider} asks it for the
 * width.
 */
public final class WidthLoader extends ClassLoader {

    private static final String PACKAGE = WidthLoader.class.getPackageName() + ".";

    static {
        registerAsParallelCapable();
    }

    private final int bits;

    WidthLoader(int bits) {
        super(WidthLoader.class.getClassLoader());
        this.bits = bits;
    }

    /** Bits in a vector. */
    public int bits() {
        return bits;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(PACKAGE) || name.equals(WidthLoader.class.getName())) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        String path = name.replace('.', '/') + ".class";
        ClassLoader original = Objects.requireNonNull(getParent(), "a parent was given");
        try (InputStream code = original.getResourceAsStream(path)) {
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = code.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
