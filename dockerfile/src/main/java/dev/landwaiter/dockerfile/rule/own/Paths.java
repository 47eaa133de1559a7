package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.List;

/// Paths in the image, as far as the file tells them.
final class Paths {
  /// No system has longer paths; a file may try to make one with many relative WORKDIR.
  private static final int LONGEST = 4096;

  private Paths() {}

  /// The path from the root: relative ones begin at the working directory.
  static String resolve(String path, String directory) {
    String clean = path.startsWith("./") ? path.substring(2) : path;
    if (clean.startsWith("/") || clean.startsWith("$") || clean.startsWith("~")) {
      return strip(clean);
    }
    if (clean.isEmpty() || clean.equals(".") || directory.length() > LONGEST) {
      return strip(directory);
    }
    return strip(directory.endsWith("/") ? directory + clean : directory + "/" + clean);
  }

  private static String strip(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  /// Whether a path is the other one or stands below it.
  static boolean isWithin(String path, String above) {
    return path.equals(above)
        || (path.startsWith(above) && (above.endsWith("/") || path.charAt(above.length()) == '/'));
  }

  /// What COPY or ADD makes: single files where the names are plain, else the target.
  static List<String> made(Instruction.Transfer copy, String directory) {
    String written = copy.target().unquoted();
    String target = resolve(written, directory);
    boolean into = written.endsWith("/") || written.equals(".") || copy.sources().size() > 1;
    var made = new ArrayList<String>();
    for (Word each : copy.sources()) {
      String source = each.unquoted();
      String name = Look.baseName(source);
      boolean file = name.lastIndexOf('.') > 0 && name.indexOf('*') < 0 && !source.contains("://");
      if (into && file) {
        made.add(target.endsWith("/") ? target + name : target + "/" + name);
      } else if (!into && file) {
        made.add(target);
      }
    }
    return made;
  }

  /// Whether a path fits a pattern of the shell that may end in `/*` or hold stars in its last
  /// part.
  static boolean fits(String path, String pattern) {
    if (pattern.equals("/") || pattern.equals("/*")) {
      return false;
    }
    if (pattern.endsWith("/*")) {
      String above = pattern.substring(0, pattern.length() - 2);
      return path.length() > above.length() && isWithin(path, above);
    }
    int star = pattern.indexOf('*');
    if (star < 0) {
      return isWithin(path, pattern);
    }
    String head = pattern.substring(0, star);
    String tail = pattern.substring(pattern.lastIndexOf('*') + 1);
    return star > pattern.lastIndexOf('/')
        && path.length() >= head.length() + tail.length()
        && path.startsWith(head)
        && path.endsWith(tail)
        && path.indexOf('/', head.length()) < 0;
  }
}
