package dev.landwaiter.scan.filter;

import dev.landwaiter.base.finding.Report;
import dev.landwaiter.base.finding.Result;
import dev.landwaiter.base.finding.Severity;
import dev.landwaiter.base.finding.Status;
import dev.landwaiter.base.finding.Suppressed;
import dev.landwaiter.base.finding.Vulnerability;
import dev.landwaiter.base.finding.Waiver;
import dev.landwaiter.base.text.InvalidGlobException;
import dev.landwaiter.vulnerability.match.enrich.FindingOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    List<Vulnerability> kept = new ArrayList<>();
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
      kept.add(finding);
    }
    return new Result(
        result.target(),
        result.resultClass(),
        result.type(),
        result.judged(),
        result.packages(),
        FindingOrder.distinct(kept),
        suppressed);
  }
}
