package dev.landwaiter.signing.policy;

import dev.landwaiter.oci.Hubs;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;

/// A pattern for names of images (policy-controller, `images[].glob`): `*` is any run without a
/// slash, `**` any run at all, everything else itself. It must fit the whole name.
///
/// @param pattern after its shortened forms were written out
record ImageGlob(String pattern) {
  private static final String HUB = Hubs.DOCKER_HUB_CANONICAL + "/";
  private static final int LONGEST = 512;

  /// Reads a pattern.
  static ImageGlob parse(String text) throws RefusedException {
    boolean allowed = !text.isEmpty() && text.length() <= LONGEST;
    for (int i = 0; allowed && i < text.length(); i++) {
      char c = text.charAt(i);
      allowed =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-_:/*.@".indexOf(c) >= 0;
    }
    if (!allowed) {
      throw new RefusedException(
          FailureClass.USAGE, "\"" + text + "\" is no pattern for names of images");
    }
    return switch (text) {
      case "*" -> new ImageGlob(HUB + "library/*");
      case "*/*" -> new ImageGlob(HUB + "*/*");
      default -> new ImageGlob(text);
    };
  }

  /// Whether it fits a name. Takes time in proportion to both lengths.
  boolean fits(String name) {
    boolean[] here = new boolean[name.length() + 1];
    here[0] = true;
    int at = 0;
    while (at < pattern.length()) {
      boolean star = pattern.charAt(at) == '*';
      boolean two = star && at + 1 < pattern.length() && pattern.charAt(at + 1) == '*';
      boolean[] next = new boolean[name.length() + 1];
      for (int i = 0; i <= name.length(); i++) {
        if (star) {
          boolean more = i > 0 && next[i - 1] && (two || name.charAt(i - 1) != '/');
          next[i] = here[i] || more;
        } else {
          next[i] = i > 0 && here[i - 1] && name.charAt(i - 1) == pattern.charAt(at);
        }
      }
      here = next;
      at += two ? 2 : 1;
    }
    return here[name.length()];
  }
}
