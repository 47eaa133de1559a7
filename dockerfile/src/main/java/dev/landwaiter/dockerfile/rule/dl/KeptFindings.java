package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Findings about what a layer keeps; they only count in the last stage and in stages that others
/// are built from, since all other stages are thrown away.
final class KeptFindings {
  private record Found(
      Optional<Instruction.From> stage, Instruction at, Span span, Optional<Fix> fix) {}

  private final List<Found> found = new ArrayList<>();
  private final Set<String> bases = new HashSet<>();
  private Optional<Instruction.From> stage = Optional.empty();

  /// A stage begins.
  void begin(Instruction.From from) {
    stage = Optional.of(from);
    bases.add(ImageName.of(from).name());
  }

  void add(Instruction at, Span span, Optional<Fix> fix) {
    found.add(new Found(stage, at, span, fix));
  }

  /// All stages are known.
  void report(Sink sink, String message) {
    for (Found each : found) {
      if (each.stage.isEmpty() || lasts(each.stage.get())) {
        sink.report(each.at, each.span, message, each.fix);
      }
    }
  }

  private boolean lasts(Instruction.From from) {
    return stage.filter(last -> same(from, last)).isPresent()
        || from.name().filter(name -> bases.contains(name.text())).isPresent();
  }

  private static boolean same(Instruction.From one, Instruction.From other) {
    return one.image().text().equals(other.image().text())
        && one.name().map(Word::text).equals(other.name().map(Word::text))
        && one.platform().map(Word::text).equals(other.platform().map(Word::text));
  }
}
