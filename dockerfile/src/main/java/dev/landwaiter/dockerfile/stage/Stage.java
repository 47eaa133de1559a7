package dev.landwaiter.dockerfile.stage;

import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One stage of a build.
///
/// @param index from 0
/// @param image the text of FROM after variables were replaced
/// @param platform what `--platform` asks for
/// @param undefined variables of FROM that nobody declares
/// @param defaults whether the text names an image, or a stage, with the defaults of ARG alone
/// @param found the platform of the image, where it is known and not the wanted one
/// @param wanted the platform the stage is built for
/// @param instructions behind FROM
/// @param reached whether it is built: the target is it or needs it; every stage where no target
///   was chosen
public record Stage(
    int index,
    Instruction.From from,
    Expansion image,
    Optional<Expansion> platform,
    Base base,
    List<Undefined> undefined,
    boolean defaults,
    Optional<Platform> found,
    Platform wanted,
    List<Instruction> instructions,
    boolean reached) {
  public Stage {
    undefined = List.copyOf(undefined);
    instructions = List.copyOf(instructions);
  }

  /// The name in lower case.
  public Optional<String> name() {
    return name(from);
  }

  static Optional<String> name(Instruction.From from) {
    return from.name().map(each -> each.text().toLowerCase(Locale.ROOT));
  }
}
