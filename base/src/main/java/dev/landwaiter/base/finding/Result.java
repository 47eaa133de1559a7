package dev.landwaiter.base.finding;

import java.util.List;

/// The findings of one target inside the artifact.
///
/// @param target what reports call it
/// @param type family of the distribution or id of the language type
public record Result(
    String target,
    ResultClass resultClass,
    String type,
    List<Package> packages,
    List<Vulnerability> vulnerabilities,
    List<Suppressed> suppressed) {
  public Result {
    packages = List.copyOf(packages);
    vulnerabilities = List.copyOf(vulnerabilities);
    suppressed = List.copyOf(suppressed);
  }
}
