package larmor.validation.page;

import java.util.List;

/**
 * Files that the page carries in itself.
 *
 * @param files at least one
 */
public record Downloads(List<File> files) implements Block {

    /** Copies the list. */
    public Downloads {
        files = List.copyOf(files);
    }

    /**
     * A text file.
     *
     * @param name the name it is saved under
     * @param mediaType such as {@code text/csv}
     * @param what what it holds
     * @param content the whole text
     */
    public record File(String name, String mediaType, String what, String content) {

        /** The address that holds the content. */
        public String address() {
            return DataAddress.of(mediaType, content);
        }
    }
}
