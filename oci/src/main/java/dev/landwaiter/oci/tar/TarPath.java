package dev.landwaiter.oci.tar;

import java.util.ArrayList;

/// Names in archives as paths below a root.
public final class TarPath {
  /// What [#clean] gives for a name that leads out of the root.
  public static final String OUTSIDE = "..";

  private TarPath() {}

  /// The name without `/` in front, without empty and `.` components, with `..` resolved: the empty
  /// text for the root itself, [#OUTSIDE] when it leads out of it.
  public static String clean(String name) {
    return isClean(name) ? name : cleaned(name);
  }

  /// Whether a cleaned path leads out of the root.
  public static boolean isOutside(String path) {
    return path.equals(OUTSIDE);
  }

  /// The number of components.
  public static int depth(String path) {
    int depth = path.isEmpty() ? 0 : 1;
    for (int i = path.indexOf('/'); i >= 0; i = path.indexOf('/', i + 1)) {
      depth++;
    }
    return depth;
  }

  private static boolean isClean(String name) {
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || name.charAt(i) == '/') {
        int length = i - start;
        boolean dots =
            length > 0 && length <= 2 && name.charAt(start) == '.' && name.charAt(i - 1) == '.';
        if (length == 0 || dots) {
          return name.isEmpty();
        }
        start = i + 1;
      }
    }
    return true;
  }

  private static String cleaned(String name) {
    var parts = new ArrayList<String>();
    for (String part : name.split("/", -1)) {
      switch (part) {
        case "", "." -> {}
        case ".." -> {
          if (parts.isEmpty()) {
            return OUTSIDE;
          }
          parts.removeLast();
        }
        default -> parts.add(part);
      }
    }
    return String.join("/", parts);
  }
}
