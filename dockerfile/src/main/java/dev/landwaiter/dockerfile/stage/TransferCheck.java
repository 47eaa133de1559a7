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
  /// Why the builder refuses it.
  Optional<String> problem() {
    if (!checksum.isEmpty()) {
      Optional<String> problem = sum();
      if (problem.isPresent()) {
        return problem;
      }
    }
    if (transfer instanceof Instruction.Copy) {
      for (Word each : sources) {
        if (SourceKind.of(each.text()) != SourceKind.LOCAL) {
          return Optional.of("COPY takes files only, and '" + each + "' is to be downloaded");
        }
      }
    }
    return mode.isEmpty() || FileMode.valid(mode)
        ? Optional.empty()
        : Optional.of("'" + mode + "' is no mode of files such as 755 or u=rwX,go=r");
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
