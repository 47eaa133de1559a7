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
/// @param instructions behind FROM
/// @param reached whether it is built: the target is it or needs it; every stage where no target
///   was chosen
public record Stage(
    int index,
    Instruction.From from,
    Expansion image,
    Optional<Expansion> platform,
    Base base,
    List<Instruction> instructions,
    boolean reached) {
  public Stage {
    instructions = List.copyOf(instructions);
  }

  /// The name in lower case.
  public Optional<String> name() {
    return from.name().map(each -> each.text().toLowerCase(Locale.ROOT));
  }

  /// The name, or `stage-2` for the third one.
  public String title() {
    return name().orElse("stage-" + index);
  }
}
