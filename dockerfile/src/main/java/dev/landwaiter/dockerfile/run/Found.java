package dev.landwaiter.dockerfile.run;

import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds instructions by their lines.
final class Found {
  private Found() {}

  /// All findings counted for the first lines of instructions; the builder names the last one where
  /// blank lines stand in an instruction.
  static List<Finding> atFirstLines(List<Instruction> instructions, List<Finding> findings) {
    List<Finding> moved = new ArrayList<>(findings.size());
    for (Finding each : findings) {
      int line =
          each.id().equals("NoEmptyContinuation")
              ? at(instructions, each.line()).map(Instruction::line).orElse(each.line())
              : each.line();
      moved.add(line == each.line() ? each : each.at(line));
    }
    return moved;
  }

  /// The instruction that a line belongs to: the last one that begins there or before.
  static Optional<Instruction> at(List<Instruction> instructions, int line) {
    int low = 0;
    int high = instructions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (instructions.get(middle).line() <= line) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? Optional.empty() : Optional.of(instructions.get(low - 1));
  }
}
