package dev.landwaiter.report.testing;

import dev.landwaiter.base.finding.Cvss;
import dev.landwaiter.base.finding.DataSource;
import dev.landwaiter.base.finding.Layer;
import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Place;
import dev.landwaiter.base.finding.Report;
import dev.landwaiter.base.finding.Result;
import dev.landwaiter.base.finding.ResultClass;
import dev.landwaiter.base.finding.Severity;
import dev.landwaiter.base.finding.Status;
import dev.landwaiter.base.finding.Suppressed;
import dev.landwaiter.base.finding.Vulnerability;
import dev.landwaiter.base.finding.VulnerabilityDetail;
import dev.landwaiter.report.ReportFormat;
import dev.landwaiter.report.ReportOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A small report with something of everything: findings with and without a fix, one suppressed, a
/// clean target and one that nothing could judge.
public final class SampleReport {
  private static final Layer LAYER =
      new Layer(1024, "sha256:" + "a".repeat(64), "sha256:" + "b".repeat(64), "COPY . /");

  private SampleReport() {}

  /// The report.
  public static Report report() {
    Package tls = Package.language("tls@1.0", "tls", "1.0", List.of("MIT"), "os");
    Package zip =
        Package.language("", "zip", "2:3.4-5", List.of(), "os")
            .withPlace(Place.NONE.withLayer(LAYER));
    Package app =
        Package.language("", "app", "0.1.0", List.of(), "gobinary")
            .withPlace(Place.file("bin/app"));
    Vulnerability hidden = vulnerability("CVE-2026-3", zip, Severity.LOW, "");
    return new Report(
        "0190a5f4-0000-7000-8000-000000000000",
        Instant.parse("2026-08-01T10:20:30.120Z"),
        new Report.Artifact("", "sample folder", Report.ArtifactType.FILESYSTEM, Optional.empty()),
        OperatingSystem.of("debian", "12.5"),
        List.of(
            new Result(
                "sample folder (debian 12.5)",
                ResultClass.OS_PACKAGES,
                "debian",
                true,
                List.of(tls, zip),
                List.of(
                    vulnerability("CVE-2026-1", tls, Severity.CRITICAL, "1.1"),
                    vulnerability("CVE-2026-2", zip, Severity.MEDIUM, "")),
                List.of(new Suppressed(hidden, "ignored", "not reachable", ".trivyignore"))),
            new Result(
                "bin/app",
                ResultClass.LANGUAGE_PACKAGES,
                "gobinary",
                true,
                List.of(app),
                List.of(),
                List.of()),
            new Result(
                "env.yml",
                ResultClass.LANGUAGE_PACKAGES,
                "conda-environment",
                false,
                List.of(app),
                List.of(),
                List.of())),
        List.of());
  }

  private static Vulnerability vulnerability(
      String id, Package pkg, Severity severity, String fixed) {
    return new Vulnerability(
        id,
        List.of("DSA-1"),
        pkg.id(),
        pkg,
        pkg.version(),
        fixed,
        fixed.isEmpty() ? Status.AFFECTED : Status.FIXED,
        "debian",
        "https://example.test/" + id,
        new DataSource("debian", "Debian Security Tracker", "https://example.test/tracker", ""),
        "",
        Optional.empty(),
        new VulnerabilityDetail(
            "A title of " + id,
            "A description with \"quotes\", <tags> and a line\nbreak.",
            severity,
            List.of("CWE-79"),
            new TreeMap<>(Map.of("debian", severity, "nvd", Severity.HIGH)),
            new TreeMap<>(Map.of("nvd", new Cvss("", "CVSS:3.1/AV:N", "", 0, 7.5, 0))),
            List.of("https://example.test/advisory"),
            "2026-07-01T00:00:00Z",
            "2026-07-02T03:04:05.678Z",
            Optional.empty()));
  }

  /// What a format makes of it.
  public static String written(ReportFormat format, ReportOptions options) throws IOException {
    var out = new ByteArrayOutputStream();
    format.write(report(), options, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /// Options as they are when a user asks for nothing, with these tables.
  public static ReportOptions options(boolean all, ReportOptions.Tables tables) {
    return new ReportOptions(
        "1.2.3", all, all, EnumSet.allOf(Severity.class), tables, ReportOptions.Submission.NONE);
  }
}
