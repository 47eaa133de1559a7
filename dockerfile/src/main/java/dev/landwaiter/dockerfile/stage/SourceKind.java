package dev.landwaiter.dockerfile.stage;

import java.util.Locale;

/// What a source of ADD or COPY is (reference: 6.5).
public enum SourceKind {
  /// A path of the build context or of another stage.
  LOCAL,
  /// A file that is downloaded.
  DOWNLOAD,
  /// A repository that is cloned.
  GIT;

  public static SourceKind of(String source) {
    String lower = source.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://") || lower.startsWith("https://")) {
      return gitPath(source) ? GIT : DOWNLOAD;
    }
    if (lower.startsWith("git://") || lower.startsWith("ssh://") || scp(source)) {
      return GIT;
    }
    return LOCAL;
  }

  private static boolean gitPath(String source) {
    int end = source.length();
    for (char stop : new char[] {'#', '?'}) {
      int at = source.indexOf(stop);
      end = at < 0 ? end : Math.min(end, at);
    }
    return source.substring(0, end).endsWith(".git");
  }

  /// `user@host:path`.
  private static boolean scp(String source) {
    int at = source.indexOf('@');
    int colon = source.indexOf(':', at + 1);
    return at > 0
        && colon > at + 1
        && colon < source.length() - 1
        && word(source, 0, at, "_")
        && word(source, at + 1, colon, "_.-");
  }

  private static boolean word(String text, int start, int end, String others) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && others.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
