package dev.landwaiter.scan.filter;

import dev.landwaiter.base.finding.Report;
import dev.landwaiter.base.finding.Result;
import dev.landwaiter.base.finding.Severity;
import dev.landwaiter.base.finding.Status;
import dev.landwaiter.base.finding.Suppressed;
import dev.landwaiter.base.finding.Vulnerability;
import dev.landwaiter.base.finding.Waiver;
import dev.landwaiter.base.text.InvalidGlobException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Leaves in a report what the user wants to see: severity, then status, then waivers; then of
/// findings that say the same one stays; then they are sorted.
public final class FindingFilter {
  private final Set<Severity> severities;
  private final Set<Status> ignoredStatuses;
  private final Waivers waivers;

  /// Prepares the filter.
  ///
  /// @param now decides which waivers have ended
  /// @throws InvalidGlobException when a waiver's place is no glob
  public FindingFilter(
      Set<Severity> severities, Set<Status> ignoredStatuses, List<Waiver> waivers, Instant now)
      throws InvalidGlobException {
    this.severities = severities;
    this.ignoredStatuses = ignoredStatuses;
    this.waivers = new Waivers(waivers, now);
  }

  public Report apply(Report report) {
    return new Report(
        report.id(),
        report.createdAt(),
        report.artifact(),
        report.os(),
        report.results().stream().map(this::apply).toList(),
        report.problems());
  }

  private Result apply(Result result) {
    List<Suppressed> suppressed = new ArrayList<>(result.suppressed());
    Map<String, Vulnerability> kept = new LinkedHashMap<>();
    for (Vulnerability finding : result.vulnerabilities()) {
      if (!severities.contains(finding.severity()) || ignoredStatuses.contains(finding.status())) {
        continue;
      }
      Optional<Waiver> waiver = waivers.covering(result.target(), finding);
      if (waiver.isPresent()) {
        suppressed.add(
            new Suppressed(finding, "ignored", waiver.get().reason(), waiver.get().source()));
        continue;
      }
      // Trivy keeps the textually larger fixed version, so that the choice does not hang on order.
      kept.merge(
          key(finding),
          finding,
          (a, b) -> b.fixedVersion().compareTo(a.fixedVersion()) > 0 ? b : a);
    }
    List<Vulnerability> findings = new ArrayList<>(kept.values());
    findings.sort(ORDER);
    return new Result(
        result.target(),
        result.resultClass(),
        result.type(),
        result.judged(),
        result.packages(),
        findings,
        suppressed);
  }

  private static String key(Vulnerability finding) {
    return String.join(
        "\0",
        finding.id(),
        finding.pkgId(),
        finding.pkg().name(),
        finding.installedVersion(),
        finding.pkg().filePath());
  }

  private static final Comparator<Vulnerability> ORDER =
      Comparator.<Vulnerability, String>comparing(finding -> finding.pkg().name())
          .thenComparing(Vulnerability::pkgId)
          .thenComparing(Vulnerability::installedVersion)
          .thenComparing(Vulnerability::severity, Comparator.reverseOrder())
          .thenComparing(Vulnerability::id)
          .thenComparing(finding -> finding.pkg().filePath());
}
