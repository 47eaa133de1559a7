package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flags.CosignFlags;

/// What our own commands tell about what they verified: one table for each artifact, or the same as
/// data.
final class VerifyReport {
  static final Flag OUTPUT =
      CosignFlags.text("output", "form of the result")
          .shorthand("o")
          .standard("table")
          .allowed("table", "json");

  private VerifyReport() {}
}
