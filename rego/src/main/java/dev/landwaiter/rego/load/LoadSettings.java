package dev.landwaiter.rego.load;

import dev.landwaiter.rego.parse.ParserSettings;
import java.util.List;

/// How files are read.
///
/// @param parser for modules
/// @param ignore globs for the names of files and folders that are passed over
/// @param modulesOnly whether documents are passed over too
public record LoadSettings(ParserSettings parser, List<String> ignore, boolean modulesOnly) {
  public LoadSettings {
    ignore = List.copyOf(ignore);
  }
}
