package dev.landwaiter.dockerfile.classic;

/// Finds the parts of an image's reference; what stands between `${` and `}` is never looked into.
final class ImageText {
  private ImageText() {}

  /// Offset of the slash behind the registry, which holds a dot, or -1.
  static int registryEnd(String image) {
    int dot = find(image, '.', 0);
    int slash = dot < 1 ? -1 : find(image, '/', dot + 1);
    return slash > dot + 1 ? slash : -1;
  }

  private static int find(String text, char wanted, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '$' && text.startsWith("{", i + 1)) {
        int close = text.indexOf('}', i);
        i = close < 0 ? i : close;
      } else if (c == wanted) {
        return i;
      }
    }
    return -1;
  }

  /// Where the name (at a colon too) or the tag ends.
  static int stop(String text, int from, boolean colon) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '$' && text.startsWith("{", i + 1)) {
        int close = text.indexOf('}', i);
        i = close < 0 ? i : close;
      } else if (c == '@' || (c == ':' && colon)) {
        return i;
      }
    }
    return text.length();
  }
}
