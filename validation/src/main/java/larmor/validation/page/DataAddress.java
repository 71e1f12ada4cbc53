package larmor.validation.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Addresses that hold what they point to (RFC 2397). */
final class DataAddress {

    private DataAddress() {}

    static String of(String mediaType, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return "data:"
                + mediaType
                + ";charset=utf-8;base64,"
                + Base64.getEncoder().encodeToString(bytes);
    }
}
