package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;

/// DL3041: dnf installs a package of no certain version.
public final class DL3041 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3041",
              Level.WARNING,
              "dnf installs a package of no certain version",
              "The same file gives another image when a new version comes out",
              "Name the version, as in httpd-2.4.6, and the stream of a module, as in nodejs:18")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return new RpmVersions(around, INFO.what(), "dnf", "microdnf");
  }
}
