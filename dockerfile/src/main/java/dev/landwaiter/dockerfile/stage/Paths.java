package dev.landwaiter.dockerfile.stage;

import java.util.ArrayList;
import java.util.List;

/// Paths with slashes, as texts.
public final class Paths {
  private Paths() {}

  /// The shortest text for the same path: no `.`, no `x/..`, no doubled or last slash; `.` where
  /// nothing is left.
  public static String clean(String path) {
    boolean rooted = path.startsWith("/");
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (!parts.isEmpty() && !parts.getLast().equals("..")) {
          parts.removeLast();
        } else if (!rooted) {
          parts.add(part);
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    String joined = String.join("/", parts);
    return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
  }

  /// Whether a path is absolute; on Windows perhaps behind `C:`, with a slash of either kind.
  public static boolean absolute(String path, boolean windows) {
    if (!windows) {
      return path.startsWith("/");
    }
    String slashed = path.replace('\\', '/');
    return slashed.startsWith("/") || slashed.regionMatches(true, 0, "c:/", 0, 3);
  }
}
