package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.HashSet;
import java.util.Set;

/// Something that a stage may have and hands on to the stages built from it.
///
/// Stages are known by their own name, else by the name of their image (reference: 11.5).
final class HandedOn {
  private final Set<String> having = new HashSet<>();
  private String current = "";

  /// A stage begins.
  void begin(Instruction.From from) {
    String image = ImageName.of(from).name();
    current = from.name().map(Word::text).orElse(image);
    if (having.contains(image)) {
      having.add(current);
    }
  }

  /// The current stage has it from here on.
  void set() {
    having.add(current);
  }

  boolean has() {
    return having.contains(current);
  }
}
