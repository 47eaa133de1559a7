package dev.landwaiter.rego.load;

import dev.landwaiter.base.format.FormatException;

/// What is wrong with a YAML text, in the words that programs know from the original.
final class YamlTrouble {
  private YamlTrouble() {}

  /// `yaml: line N: REASON`; the line is left out for the first line of a text of one line.
  static String of(byte[] content, FormatException trouble) {
    return "yaml: " + trouble.problem().message();
  }
}
