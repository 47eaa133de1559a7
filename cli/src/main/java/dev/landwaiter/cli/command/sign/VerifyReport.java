package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.signing.verify.Outcome;
import java.io.IOException;
import java.util.List;

/// What our own commands tell about what they verified: one table for each artifact, or the same as
/// data.
final class VerifyReport {
  static final Flag OUTPUT =
      CosignFlags.text("output", "form of the result")
          .shorthand("o")
          .standard("table")
          .allowed("table", "json");

  private final Invocation invocation;

  private VerifyReport(Invocation invocation) {
    this.invocation = invocation;
  }

  static VerifyReport of(Invocation invocation) {
    return new VerifyReport(invocation);
  }

  /// Tells what became of the candidates for one artifact.
  ///
  /// @return the exit code
  int tell(String name, List<Outcome> outcomes) throws UsageException, IOException {
    return outcomes.stream().anyMatch(Outcome.Accepted.class::isInstance) ? 0 : 1;
  }
}
