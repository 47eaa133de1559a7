package dev.landwaiter.dockerfile.testing;

import dev.landwaiter.dockerfile.config.Configuration;
import dev.landwaiter.dockerfile.fix.Fixer;
import dev.landwaiter.dockerfile.fix.Mended;
import dev.landwaiter.dockerfile.run.Linter;
import dev.landwaiter.dockerfile.run.Profile;
import java.time.LocalDate;

/// Mends files by all rules.
public final class Fixing {
  private Fixing() {}

  public static Linter linter() {
    return new Linter(
        Linter.Options.of(Configuration.DEFAULT, Profile.FULL, LocalDate.of(2026, 1, 1)));
  }

  public static Mended fix(byte[] content) {
    return fix(linter(), content);
  }

  public static Mended fix(Linter linter, byte[] content) {
    return new Fixer(bytes -> linter.lint("Dockerfile", bytes).linted().findings()).fix(content);
  }
}
