package larmor.validation.page;

import java.util.regex.Pattern;

/** The form of names that become HTML ids and file names. */
final class Anchor {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]*");

    private Anchor() {}

    static void require(String id) {
        if (!FORM.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "an id is made of lower case letters, digits and hyphens, not " + id);
        }
    }
}
