package larmor.validation.page;

/** A colour with its values for light and for dark pages. */
interface Swatch {

    /** The name in the style sheet. */
    String id();

    /** On light paper, as #rrggbb. */
    String light();

    /** On dark paper, as #rrggbb. */
    String dark();
}
