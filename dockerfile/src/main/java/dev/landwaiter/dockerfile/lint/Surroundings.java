package dev.landwaiter.dockerfile.lint;

import dev.landwaiter.dockerfile.stage.Build;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.Optional;

/// What a rule may look at besides the instructions it is shown.
public interface Surroundings {
  Dockerfile file();

  Settings settings();

  /// Whether the findings of the classic linter, or of the builder, are wanted even where those are
  /// wrong.
  default boolean classic() {
    return false;
  }

  /// The commands of a RUN, as the chosen reading sees them; worked out once.
  Commands commands(Instruction.Run run);

  /// The commands of another text, read as bash.
  Commands commands(MappedText text);

  /// The commands of CMD, ENTRYPOINT and HEALTHCHECK; a text is read as bash.
  Commands commands(CommandLine line);

  /// The ignore file of the build context, where that is known; empty where it has none.
  Optional<String> ignoreFile();

  /// What the builder makes of the file; worked out once.
  Build build();
}
