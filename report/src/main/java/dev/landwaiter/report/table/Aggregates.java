package dev.landwaiter.report.table;

import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Result;
import java.util.Locale;

/// Results that hold packages of many files.
final class Aggregates {
  private Aggregates() {}

  static boolean split(Result result) {
    return LanguageType.withId(result.type())
        .map(type -> type.aggregate().equals(result.target()))
        .orElse(false);
  }

  /// The file a package was found in; of nested archives the outermost.
  static String file(Package pkg) {
    String path = pkg.filePath();
    String lower = path.toLowerCase(Locale.ROOT);
    int end = path.length();
    for (String suffix : new String[] {".jar/", ".war/", ".ear/", ".par/"}) {
      int at = lower.indexOf(suffix);
      if (at >= 0) {
        end = Math.min(end, at + suffix.length() - 1);
      }
    }
    return path.substring(0, end);
  }

  /// The last part of [#file].
  static String fileName(Package pkg) {
    String file = file(pkg);
    return file.substring(file.lastIndexOf('/') + 1);
  }
}
