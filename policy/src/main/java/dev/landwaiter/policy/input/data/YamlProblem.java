package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import java.util.Optional;

/// What is wrong with a text that is no YAML, with its place in the whole file.
final class YamlProblem {
  /// What to do about a text with `{{` in it.
  static final String TEMPLATE =
      "it looks like a Helm template ({{ … }}); render it first, for example with helm template";

  private YamlProblem() {}

  /// The first thing the reader with places finds, or what the quick one said.
  static FormatException located(String where, YamlPart part, FormatException quick) {
    try {
      var _ = Yaml.parseAll(where, part.bytes(), Yaml.DuplicateKeys.LAST_WINS);
      return wrong(where, part, Optional.empty(), quick.problem());
    } catch (FormatException e) {
      return wrong(where, part, e.problem().position(), e.problem());
    }
  }

  private static FormatException wrong(
      String where, YamlPart part, Optional<Position> at, Problem problem) {
    Optional<Position> inFile =
        at.map(position -> new Position(position.line() + part.line() - 1, position.column()));
    return new FormatException(
        new Problem(
            where,
            inFile,
            problem.message(),
            part.text().contains("{{") ? TEMPLATE : problem.hint()));
  }
}
