package dev.landwaiter.cli.command.db;

import dev.landwaiter.base.finding.Severity;
import dev.landwaiter.base.finding.Status;
import dev.landwaiter.base.finding.VulnerabilityDetail;
import dev.landwaiter.base.text.Plain;
import dev.landwaiter.cli.command.CacheFolder;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.scan.database.DatabaseChoice;
import dev.landwaiter.vulnerability.Advisory;
import dev.landwaiter.vulnerability.AdvisoryDatabase;
import dev.landwaiter.vulnerability.AdvisoryPlace;
import dev.landwaiter.vulnerability.DatabaseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shows what the database says of one vulnerability, or of one package in every place that has
/// advisories for it. Contradictions between sources stand beside each other.
public final class DbShowCommand implements Command {
  @Override
  public String name() {
    return "db show";
  }

  @Override
  public String summary() {
    return "Show what the database says of a vulnerability or a package";
  }

  @Override
  public String usage() {
    return "[flags] ID|PACKAGE";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("A vulnerability, and every package it is known in", "db show CVE-2024-2961"),
        new Example("A package, wherever it has advisories", "db show openssl"));
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    if (invocation.arguments().size() != 1) {
      throw UsageException.withUsage("db show wants exactly one vulnerability or package");
    }
    String wanted = invocation.arguments().get(0);
    try {
      var choice =
          DatabaseChoice.choose(
              Optional.empty(), CacheFolder.of(invocation), invocation.world().clock().instant());
      try (var database = choice.database()) {
        invocation.log().info(choice.sentence());
        List<String> lines = lines(database, wanted);
        if (lines.isEmpty()) {
          throw new IOException(
              "the database knows neither a vulnerability nor a package named " + wanted);
        }
        String text = Plain.lines(String.join("\n", lines)) + "\n";
        invocation.world().stdout().write(text.getBytes(StandardCharsets.UTF_8));
        return 0;
      }
    } catch (DatabaseException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  private static List<String> lines(AdvisoryDatabase database, String wanted) {
    List<String> lines = new ArrayList<>();
    for (String bucket : database.buckets()) {
      Map<String, Advisory> advisories = database.advisories(bucket, wanted);
      if (!advisories.isEmpty()) {
        lines.add(bucket + ":");
        advisories.forEach((id, advisory) -> lines.add("  " + id + "  " + facts(advisory)));
      }
    }
    if (!lines.isEmpty()) {
      return lines;
    }
    database.vulnerability(wanted).ifPresent(detail -> lines.addAll(describe(wanted, detail)));
    for (AdvisoryPlace place : database.places(wanted)) {
      Advisory advisory = database.advisories(place.bucket(), place.packageName()).get(wanted);
      lines.add(
          "  %s / %s  %s"
              .formatted(
                  place.bucket(), place.packageName(), advisory == null ? "" : facts(advisory)));
    }
    return lines;
  }

  private static List<String> describe(String id, VulnerabilityDetail detail) {
    List<String> lines = new ArrayList<>();
    lines.add(id + (detail.title().isEmpty() ? "" : "  " + detail.title()));
    detail
        .vendorSeverity()
        .forEach((source, severity) -> lines.add("  severity by " + source + ": " + severity));
    detail
        .cvss()
        .forEach((source, cvss) -> lines.add("  CVSS by " + source + ": " + cvss.v3Vector()));
    detail.references().stream().limit(5).forEach(reference -> lines.add("  " + reference));
    return lines;
  }

  private static String facts(Advisory advisory) {
    List<String> facts = new ArrayList<>();
    if (!advisory.fixedVersion().isEmpty()) {
      facts.add("fixed in " + advisory.fixedVersion());
    }
    if (!advisory.vulnerableVersions().isEmpty()) {
      facts.add("vulnerable " + String.join(" || ", advisory.vulnerableVersions()));
    }
    if (!advisory.patchedVersions().isEmpty()) {
      facts.add("patched " + String.join(", ", advisory.patchedVersions()));
    }
    if (advisory.status() != Status.UNKNOWN) {
      facts.add(advisory.status().word());
    }
    if (advisory.severity() != Severity.UNKNOWN) {
      facts.add(advisory.severity().name());
    }
    if (!advisory.dataSource().id().isEmpty()) {
      facts.add("says " + advisory.dataSource().id());
    }
    return facts.isEmpty() ? "no fix known" : String.join(", ", facts);
  }
}
