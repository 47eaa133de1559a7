package dev.landwaiter.dockerfile.classic;

import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.List;

/// A Dockerfile as the classic linter reads it.
///
/// @param instructions where it reads none, the builder's stands
/// @param failures in file order
public record ClassicReading(List<Instruction> instructions, List<Failure> failures) {
  public ClassicReading {
    instructions = List.copyOf(instructions);
    failures = List.copyOf(failures);
  }
}
