package dev.landwaiter.rego.load;

import dev.landwaiter.rego.parse.ParserSettings;
import java.util.List;

/// How files are read.
///
/// @param parser for modules
/// @param ignore globs for the names of files and folders that are passed over
/// @param modulesOnly whether documents are passed over too
/// @param check what bundles must pass
public record LoadSettings(
    ParserSettings parser, List<String> ignore, boolean modulesOnly, BundleCheck check) {
  /// Bundles that nothing is asked of.
  public LoadSettings(ParserSettings parser, List<String> ignore, boolean modulesOnly) {
    this(parser, ignore, modulesOnly, BundleCheck.NONE);
  }

  public LoadSettings {
    ignore = List.copyOf(ignore);
  }
}
