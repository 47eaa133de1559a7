package dev.landwaiter.inventory.lang.java;

import dev.landwaiter.base.finding.Package;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Artifacts listed twice for one archive, as its manifest and its POM may do.
final class SameArtifacts {
  private SameArtifacts() {}

  /// Of packages with the same name and path whose versions Maven holds for equal the first.
  static List<Package> without(List<Package> packages) {
    Map<List<String>, Package> kept = new LinkedHashMap<>();
    for (Package one : packages) {
      kept.putIfAbsent(List.of(one.name(), one.filePath(), canonical(one.version())), one);
    }
    return List.copyOf(kept.values());
  }

  // Maven ignores the case and zeros, "ga", "final" and "release" at the end of a version.
  private static String canonical(String version) {
    String text = version.toLowerCase(Locale.ROOT);
    boolean again = true;
    while (again) {
      again = false;
      for (String end : new String[] {".0", "-0", ".ga", "-ga", ".final", "-final", ".release"}) {
        if (text.endsWith(end)) {
          text = text.substring(0, text.length() - end.length());
          again = true;
        }
      }
    }
    return text;
  }
}
