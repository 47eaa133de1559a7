package dev.landwaiter.architecture;

import dev.landwaiter.testing.CaseLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Facts about the house kept as lines of a resource, so that a change of a rule is one line.
final class Facts {
  private Facts() {}

  /// A name, what belongs to it, and a reason where one is asked for.
  record Fact(String name, List<String> values, String reason) {}

  /// Lines of the form `name: value value # reason`; lines that start with `#` are comments.
  static List<Fact> of(String name) {
    return lines(name).stream().map(Facts::fact).toList();
  }

  /// The lines of a resource without comments and empty ones.
  static List<String> lines(String name) {
    try {
      return CaseLines.of("/architecture/" + name).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Fact fact(String line) {
    int hash = line.indexOf(" # ");
    String reason = hash < 0 ? "" : line.substring(hash + 3).strip();
    String rest = hash < 0 ? line : line.substring(0, hash).strip();
    int colon = rest.indexOf(':');
    String name = colon < 0 ? rest : rest.substring(0, colon);
    String values = colon < 0 ? "" : rest.substring(colon + 1).strip();
    return new Fact(name, values.isEmpty() ? List.of() : List.of(values.split(" +", -1)), reason);
  }
}
