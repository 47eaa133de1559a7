package dev.landwaiter.base.finding;

import java.util.List;

/// The findings of one target inside the artifact.
///
/// @param target what reports call it
/// @param type family of the distribution or id of the language type
/// @param judged whether the packages were held against advisories; without that no finding means
///   nothing
public record Result(
    String target,
    ResultClass resultClass,
    String type,
    boolean judged,
    List<Package> packages,
    List<Vulnerability> vulnerabilities,
    List<Suppressed> suppressed) {
  public Result {
    packages = List.copyOf(packages);
    vulnerabilities = List.copyOf(vulnerabilities);
    suppressed = List.copyOf(suppressed);
  }

  public Result withVulnerabilities(List<Vulnerability> others) {
    return new Result(target, resultClass, type, judged, packages, others, suppressed);
  }
}
