package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;

/// DL3057: the stage has no health check.
public final class DL3057 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3057",
          Level.IGNORE,
          "The stage has no health check",
          "Whoever runs the image cannot see whether it still works",
          "Add HEALTHCHECK, or HEALTHCHECK NONE if others watch it");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return new HealthChecks(INFO.what());
  }
}
