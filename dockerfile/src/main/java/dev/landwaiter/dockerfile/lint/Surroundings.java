package dev.landwaiter.dockerfile.lint;

import dev.landwaiter.dockerfile.stage.Build;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.Optional;
import java.util.function.Function;

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

  /// What several rules work out of the file in the same way; worked out once.
  ///
  /// @param kind tells it from what other rules work out
  default <T> T shared(Class<T> kind, Function<Dockerfile, T> work) {
    return work.apply(file());
  }
}
