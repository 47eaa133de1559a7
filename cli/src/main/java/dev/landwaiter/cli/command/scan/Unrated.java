package dev.landwaiter.cli.command.scan;

import dev.landwaiter.base.finding.Report;
import dev.landwaiter.base.finding.Severity;
import dev.landwaiter.base.finding.Vulnerability;
import dev.landwaiter.cli.command.Log;
import java.util.List;
import java.util.stream.Collectors;

/// Tells of findings whose severity the database does not know, when a choice of severities or a
/// threshold passes them over: they may be as bad as any.
final class Unrated {
  private Unrated() {}

  /// Tells it even when told to be quiet if no finding at all has a severity, since the choice or
  /// the threshold then means nothing.
  ///
  /// @param report before severities were filtered
  /// @return whether a threshold was asked for that no finding can be held against
  static boolean tell(Report report, ScanSettings settings, Log log) {
    List<Vulnerability> findings =
        report.results().stream()
            .flatMap(result -> result.vulnerabilities().stream())
            .filter(finding -> !settings.ignoredStatuses().contains(finding.status()))
            .toList();
    long unrated =
        findings.stream().filter(finding -> finding.severity() == Severity.UNKNOWN).count();
    if (unrated == 0) {
      return false;
    }
    String without =
        unrated == 1
            ? "1 finding has no severity in this database; "
            : unrated + " findings have no severity in this database; ";
    boolean all = unrated == findings.size();
    if (!settings.severities().contains(Severity.UNKNOWN)) {
      String shown =
          settings.severities().stream().map(Severity::name).collect(Collectors.joining(","));
      tell(log, all, without + "--severity " + shown + " hides what has none");
    } else if (settings.failOn().filter(least -> least != Severity.UNKNOWN).isPresent()) {
      String least = settings.failOn().get().name();
      tell(log, all, without + "--fail-on " + least + " does not count what has none");
    }
    return all && settings.failOn().filter(least -> least != Severity.UNKNOWN).isPresent();
  }

  private static void tell(Log log, boolean always, String message) {
    if (always) {
      log.error(message);
    } else {
      log.warn(message);
    }
  }
}
