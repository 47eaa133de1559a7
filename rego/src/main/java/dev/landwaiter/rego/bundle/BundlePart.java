package dev.landwaiter.rego.bundle;

import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.format.FormatSettings;
import dev.landwaiter.rego.format.ModuleFormat;
import dev.landwaiter.rego.syntax.Module;
import java.util.Set;

/// A module of a bundle in the making.
///
/// @param path inside the bundle; begins with one slash
/// @param whole whether the module is all that its source holds
record BundlePart(String path, Module module, boolean whole) {
  /// A path with one slash in front.
  static String rooted(String path) {
    int start = 0;
    while (start < path.length() && path.charAt(start) == '/') {
      start++;
    }
    return "/" + path.substring(start);
  }

  /// Formatted, in the version it is written in.
  ///
  /// @throws RegoException when it cannot be formatted
  String text() throws RegoException {
    FormatSettings plain =
        module.version() == RegoVersion.V0 ? FormatSettings.v0() : FormatSettings.v1();
    var settings =
        new FormatSettings(plain.target(), plain.parser(), plain.result(), false, Set.of());
    return whole
        ? ModuleFormat.format(module.source(), settings)
        : ModuleFormat.format(module, settings);
  }
}
