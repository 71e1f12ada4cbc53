package larmor.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import larmor.model.InvalidInput;

/**
 * A directory for several files, made when the first of them is written.
 *
 * @param path its place
 */
public record OutputDirectory(Path path) {

    /**
     * Looks at the place before a long run fills it.
     *
     * @param flag what to name if no directory can be there
     * @throws InvalidInput if the name is empty, if something else is there, or if it cannot be
     *     written
     */
    public static OutputDirectory of(String flag, Path path) {
        // What an unset variable of a shell leaves, and nobody means the working directory by.
        if (path.toString().isEmpty()) {
            throw new InvalidInput(flag, "is empty, and names no directory");
        }
        Path existing = path.toAbsolutePath().normalize();
        // A link that leads nowhere is there: no directory can be made in its place.
        while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            throw new InvalidInput(flag, "is not a directory: " + existing);
        }
        if (!Files.isWritable(existing)) {
            throw new InvalidInput(flag, "cannot be written: " + existing + " is read-only");
        }
        return new OutputDirectory(path.toAbsolutePath());
    }

    /**
     * Looks at the place of a file before a long run fills it.
     *
     * @param flag what to name if the file cannot be there
     * @throws InvalidInput if something else is there
     */
    public void requireWritable(String flag, String name) {
        Path file = path.resolve(name);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            OutputFile.of(flag, file);
        }
    }

    /**
     * Writes a file whole.
     *
     * @return where it is
     * @throws IOException if that fails
     */
    public Path write(String name, OutputFile.Content content) throws IOException {
        OutputFile file = file(name);
        file.write(content);
        return file.path();
    }

    /**
     * A file in the directory, which is there from now on.
     *
     * @throws IOException if the directory cannot be made
     */
    public OutputFile file(String name) throws IOException {
        Files.createDirectories(path);
        return new OutputFile(path.resolve(name));
    }
}
