package dev.landwaiter.dockerfile.stage;

import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.List;
import java.util.Optional;

/// Judges COPY and ADD after variables were replaced (reference: 6.2 and 6.5).
///
/// @param mode the value of `--chmod`, or empty
/// @param checksum the value of `--checksum`, or empty
record TransferCheck(
    Instruction.Transfer transfer, List<Word> sources, String mode, String checksum) {
  /// Why the builder refuses it before it looks at the sources.
  Optional<String> problem() {
    if (!checksum.isEmpty()) {
      Optional<String> problem = sum();
      if (problem.isPresent()) {
        return problem;
      }
    }
    return mode.isEmpty() || FileMode.valid(mode)
        ? Optional.empty()
        : Optional.of("'" + mode + "' is no mode of files such as 755 or u=rwX,go=r");
  }

  /// Why it refuses one of the sources.
  Optional<String> problem(Word source) {
    boolean wrong =
        transfer instanceof Instruction.Copy && SourceKind.of(source.text()) != SourceKind.LOCAL;
    return wrong
        ? Optional.of("COPY takes files only, and '" + source + "' is to be downloaded")
        : Optional.empty();
  }

  private Optional<String> sum() {
    if (sources.size() != 1) {
      return Optional.of("A checksum is for one source alone");
    }
    return switch (SourceKind.of(sources.getFirst().text())) {
      case LOCAL -> Optional.of("Only what is downloaded has a checksum");
      case GIT -> Optional.empty();
      case DOWNLOAD ->
          ImageName.digest(checksum)
              ? Optional.empty()
              : Optional.of("'" + checksum + "' is no checksum such as sha256:…");
    };
  }
}
