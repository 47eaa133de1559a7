package dev.landwaiter.dockerfile.run;

import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.List;

/// Another program's findings about shell text.
@FunctionalInterface
public interface ShellFindings {
  /// Used where there is no such program.
  ShellFindings NONE = (file, instructions) -> List.of();

  /// What that program finds in one file.
  ///
  /// @param instructions of the file as the chosen profile reads them
  List<Finding> of(Dockerfile file, List<Instruction> instructions);
}
