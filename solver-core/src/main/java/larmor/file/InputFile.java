package larmor.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import larmor.model.InvalidInput;

/** A small text file that the user names: a device, a machine profile. */
public final class InputFile {

    private InputFile() {}

    /**
     * Its text. Of a file that is too large no more is read than it takes to see that.
     *
     * @param flag what to name in a refusal
     * @param mostBytes the largest size that such a file can have
     * @throws InvalidInput if it does not exist, cannot be read, is larger or is not UTF-8
     */
    public static String text(String flag, Path file, int mostBytes) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(mostBytes + 1);
        } catch (NoSuchFileException e) {
            throw new InvalidInput(flag, "names a file that does not exist: " + file);
        } catch (IOException e) {
            throw new InvalidInput(flag, "names a file that cannot be read: " + file);
        }
        if (bytes.length > mostBytes) {
            throw new InvalidInput(
                    flag, "names a file of more than " + mostBytes + " bytes: " + file);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInput(flag, "names a file that is not UTF-8 text: " + file);
        }
    }
}
