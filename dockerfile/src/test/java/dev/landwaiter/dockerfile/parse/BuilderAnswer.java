package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.dockerfile.syntax.Dockerfile;
import java.util.Locale;

/// What the builder says of a file, as it was recorded: `ok`, or the phase and the line.
final class BuilderAnswer {
  private BuilderAnswer() {}

  static String of(Dockerfile file) {
    if (file.troubles().isEmpty()) {
      return "ok";
    }
    var first = file.troubles().getFirst();
    return first.phase().name().toLowerCase(Locale.ROOT) + "@" + first.builderLine();
  }
}
