package larmor.validation.page;

import java.util.List;

/**
 * A part of a page with a heading. Figures that follow each other stand side by side where there is
 * room.
 *
 * @param id for links to it
 * @param title the heading
 * @param blocks what it holds, in order
 */
public record Section(String id, String title, List<Block> blocks) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the id is not made of lower case letters, digits and
     *     hyphens
     */
    public Section {
        Anchor.require(id);
        blocks = List.copyOf(blocks);
    }

    /** The last section of every report: what it was made from. */
    public static Section data(Block files) {
        return new Section("data", "Data", List.of(files));
    }
}
