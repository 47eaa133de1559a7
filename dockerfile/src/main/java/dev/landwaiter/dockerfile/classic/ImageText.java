package dev.landwaiter.dockerfile.classic;

/// Finds the parts of an image's reference; what stands between `${` and `}` is never looked into.
final class ImageText {
  private ImageText() {}

  /// Offset of the slash behind the registry, which holds a dot, or -1.
  static int registryEnd(String image) {
    int slash = image.indexOf('/');
    int dot = image.indexOf('.');
    return dot > 0 && slash > dot + 1 ? slash : -1;
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
