package dev.landwaiter.inventory.lang.java;

/// What the file name `ARTIFACT-VERSION.jar` says.
final class ArchiveName {
  private static final int LIMIT = 1024;

  private ArchiveName() {}

  /// Artifact and version, or nothing when the name has no such form.
  static Coordinates parse(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String stem = dot < 0 ? fileName : fileName.substring(0, dot);
    if (stem.length() > LIMIT) {
      return Coordinates.NONE;
    }
    // The artifact is as long as it can be: the last "-" with a digit behind it separates.
    for (int at = stem.length() - 2; at > 0; at--) {
      if (stem.charAt(at) == '-'
          && digit(stem.charAt(at + 1))
          && stem.charAt(at - 1) != '-'
          && stem.indexOf(' ', at) < 0
          && artifact(stem.substring(0, at))) {
        return new Coordinates("", stem.substring(0, at), stem.substring(at + 1));
      }
    }
    return Coordinates.NONE;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean artifact(String text) {
    return text.chars()
        .allMatch(c ->
            (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '_'
                || c == '-');
  }
}
