package dev.landwaiter.dockerfile.rule.own;

/// The name of an image, taken apart.
///
/// @param registry empty for Docker Hub
/// @param path without registry, without the `library/` of Docker Hub
/// @param tag empty where none is written
/// @param digest empty where none is written
record ImageName(String registry, String path, String tag, String digest) {
  static ImageName of(String text) {
    String rest = text;
    String digest = "";
    int at = rest.indexOf('@');
    if (at >= 0) {
      digest = rest.substring(at + 1);
      rest = rest.substring(0, at);
    }
    String tag = "";
    int colon = rest.lastIndexOf(':');
    if (colon > rest.lastIndexOf('/')) {
      tag = rest.substring(colon + 1);
      rest = rest.substring(0, colon);
    }
    String registry = "";
    int slash = rest.indexOf('/');
    if (slash > 0 && isHost(rest.substring(0, slash))) {
      registry = rest.substring(0, slash);
      rest = rest.substring(slash + 1);
    }
    if (registry.endsWith("docker.io")) {
      registry = "";
    }
    if (registry.isEmpty() && rest.startsWith("library/")) {
      rest = rest.substring("library/".length());
    }
    return new ImageName(registry, rest, tag, digest);
  }

  private static boolean isHost(String text) {
    return text.indexOf('.') >= 0 || text.indexOf(':') >= 0 || text.equals("localhost");
  }

  /// Whether it is one of the images that Docker Hub itself looks after.
  boolean isOfficial() {
    return registry.isEmpty() && path.indexOf('/') < 0;
  }

  /// The last part of the path.
  String shortName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// The tag holds this word between its dashes and dots, as `slim` in `3.12-slim-bookworm`.
  boolean tagged(String word) {
    for (int at = tag.indexOf(word); at >= 0; at = tag.indexOf(word, at + 1)) {
      int end = at + word.length();
      if ((at == 0 || !Character.isLetterOrDigit(tag.charAt(at - 1)))
          && (end == tag.length() || !Character.isLetter(tag.charAt(end)))) {
        return true;
      }
    }
    return false;
  }
}
