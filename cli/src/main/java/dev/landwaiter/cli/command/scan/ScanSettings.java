package dev.landwaiter.cli.command.scan;

import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.finding.Relationship;
import dev.landwaiter.base.finding.Severity;
import dev.landwaiter.base.finding.Status;
import dev.landwaiter.base.text.Glob;
import dev.landwaiter.base.text.InvalidGlobException;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.PackageFlags;
import dev.landwaiter.cli.flags.ReportFlags;
import dev.landwaiter.cli.flags.ScanFlags;
import dev.landwaiter.cli.flags.VulnerabilityFlags;
import dev.landwaiter.cli.world.Dialect;
import dev.landwaiter.scan.FileSelection;
import dev.landwaiter.scan.PackageSelection;
import dev.landwaiter.scan.ScanOptions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the flags say of a scan.
///
/// @param failOn the least severity that fails the run, if any does
/// @param ignoredStatuses statuses that are not shown
record ScanSettings(
    ScanOptions options,
    Set<Severity> severities,
    Set<Status> ignoredStatuses,
    Optional<Severity> failOn,
    ExitCodes exitCodes) {

  /// Exit codes that were asked for; 0 means none.
  record ExitCodes(int onFindings, int onEndOfLife) {}

  static ScanSettings of(Values values, Dialect dialect) throws UsageException {
    List<String> types = values.texts(PackageFlags.TYPES);
    Set<Relationship> relationships = EnumSet.noneOf(Relationship.class);
    for (String word : values.texts(PackageFlags.RELATIONSHIPS)) {
      relationships.add(relationship(word));
    }
    var options =
        new ScanOptions(
            new PackageSelection(types.contains("os"), types.contains("library"), relationships),
            new FileSelection(
                globs(values, ScanFlags.SKIP_FILES), globs(values, ScanFlags.SKIP_DIRS)),
            values.text(ScanFlags.PRIORITY).equals("precise"),
            distro(values),
            values.texts(VulnerabilityFlags.SEVERITY_SOURCE),
            scanners(values, dialect).contains("vuln"));
    Set<Severity> severities = EnumSet.noneOf(Severity.class);
    for (String name : values.texts(ReportFlags.SEVERITY)) {
      Severity.named(name).ifPresent(severities::add);
    }
    Optional<Severity> failOn = Severity.named(values.text(ReportFlags.FAIL_ON));
    if (failOn.isPresent()
        && severities.stream().noneMatch(each -> each.compareTo(failOn.get()) >= 0)) {
      throw new UsageException(
          "--fail-on %s can never fail: --severity leaves nothing that bad"
              .formatted(failOn.get()));
    }
    return new ScanSettings(
        options,
        severities,
        ignored(values),
        failOn,
        new ExitCodes(
            values.number(ReportFlags.EXIT_CODE), values.number(ReportFlags.EXIT_ON_EOL)));
  }

  /// The scanners asked for; our own command looks for vulnerabilities unless it is told otherwise.
  static List<String> scanners(Values values, Dialect dialect) throws UsageException {
    if (dialect.strict() && !values.isSet(ScanFlags.SCANNERS)) {
      return List.of("vuln");
    }
    List<String> scanners = values.texts(ScanFlags.SCANNERS);
    if (scanners.isEmpty()) {
      throw new UsageException(
          "--scanners names nothing to look for; vuln looks for vulnerabilities");
    }
    for (String scanner : scanners) {
      if (dialect.strict() && !scanner.equals("vuln")) {
        throw new UsageException("the " + scanner + " scanner is not built yet; built is vuln");
      }
    }
    return scanners;
  }

  private static List<String> globs(Values values, Flag flag) throws UsageException {
    List<String> globs = values.texts(flag);
    try {
      for (String glob : globs) {
        Glob.compile(glob);
      }
    } catch (InvalidGlobException e) {
      throw new UsageException("--" + flag.name() + ": " + e.getMessage());
    }
    return globs;
  }

  private static Relationship relationship(String word) throws UsageException {
    for (Relationship relationship : Relationship.values()) {
      if (relationship.word().equals(word)) {
        return relationship;
      }
    }
    throw new UsageException("unknown relationship " + word);
  }

  private static Set<Status> ignored(Values values) throws UsageException {
    Set<Status> ignored = EnumSet.noneOf(Status.class);
    for (String word : values.texts(VulnerabilityFlags.IGNORE_STATUS)) {
      Status.named(word).ifPresent(ignored::add);
    }
    if (values.flag(VulnerabilityFlags.IGNORE_UNFIXED)) {
      ignored.addAll(
          Set.of(Status.AFFECTED, Status.WILL_NOT_FIX, Status.FIX_DEFERRED, Status.END_OF_LIFE));
    }
    return ignored;
  }

  private static Optional<OperatingSystem> distro(Values values) throws UsageException {
    String text = values.text(ScanFlags.DISTRO);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int slash = text.indexOf('/');
    if (slash <= 0 || slash == text.length() - 1) {
      throw new UsageException(
          "--distro wants FAMILY/VERSION, such as debian/12, not \"" + text + "\"");
    }
    return Optional.of(OperatingSystem.of(text.substring(0, slash), text.substring(slash + 1)));
  }
}
