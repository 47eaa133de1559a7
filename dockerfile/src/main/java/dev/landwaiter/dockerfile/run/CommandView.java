package dev.landwaiter.dockerfile.run;

import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;

/// How the commands of shell text are seen.
interface CommandView {
  Commands commands(Instruction.Run run);

  Commands commands(MappedText text);
}
