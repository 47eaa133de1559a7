package dev.landwaiter.dockerfile.run;

import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.stage.CheckOptions;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.List;
import java.util.Optional;

/// The comments with which the builder is told to skip checks, for the classic rules that find the
/// same.
record Skips(CheckOptions options, List<Instruction> instructions) {
  /// The builder's name of the finding, where a comment tells to skip it.
  Optional<String> of(Finding finding) {
    if (finding.aliases().isEmpty() || !finding.id().startsWith("DL")) {
      return Optional.empty();
    }
    CheckOptions here =
        Found.at(instructions, finding.line())
            .filter(each -> !each.statement().above().isEmpty())
            .map(each -> options.with(each.statement()))
            .orElse(options);
    return finding.aliases().stream().filter(each -> !here.allows(each, false)).findFirst();
  }
}
