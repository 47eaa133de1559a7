package dev.landwaiter.dockerfile.run;

import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.stage.Build;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.function.Supplier;

/// How the commands of shell text are seen.
interface CommandView {
  /// The commands of a RUN.
  ///
  /// @param build what the builder makes of the file
  Commands commands(Instruction.Run run, Supplier<Build> build);

  Commands commands(MappedText text);
}
