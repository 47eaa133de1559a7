package dev.landwaiter.scan.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.finding.DataSource;
import dev.landwaiter.base.finding.Identifier;
import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.PackageUrl;
import dev.landwaiter.base.finding.Place;
import dev.landwaiter.base.finding.Report;
import dev.landwaiter.base.finding.Result;
import dev.landwaiter.base.finding.ResultClass;
import dev.landwaiter.base.finding.Severity;
import dev.landwaiter.base.finding.Status;
import dev.landwaiter.base.finding.Suppressed;
import dev.landwaiter.base.finding.Vulnerability;
import dev.landwaiter.base.finding.VulnerabilityDetail;
import dev.landwaiter.base.finding.Waiver;
import dev.landwaiter.base.text.InvalidGlobException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingFilterTest {
  private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");
  private static final Set<Severity> ALL = EnumSet.allOf(Severity.class);
  private static final Vulnerability ONE =
      vulnerability("CVE-2026-1", "tls", Severity.HIGH, Status.FIXED);
  private static final Vulnerability TWO =
      vulnerability("CVE-2026-2", "zip", Severity.LOW, Status.AFFECTED);

  private static Vulnerability vulnerability(
      String id, String name, Severity severity, Status status) {
    Package pkg =
        Package.language("", name, "1.0", List.of(), "node-pkg")
            .withPlace(Place.file("app/" + name + "/package.json"))
            .withIdentifier(new Identifier(PackageUrl.parse("pkg:npm/" + name + "@1.0"), "", ""));
    return new Vulnerability(
        id,
        List.of(),
        "",
        pkg,
        "1.0",
        "",
        status,
        "",
        "",
        new DataSource("", "", "", ""),
        "",
        Optional.empty(),
        new VulnerabilityDetail(
            "",
            "",
            severity,
            List.of(),
            new TreeMap<>(),
            new TreeMap<>(),
            List.of(),
            "",
            "",
            Optional.empty()));
  }

  private static Result filtered(FindingFilter filter, Vulnerability... findings) {
    var result =
        new Result(
            "Node.js",
            ResultClass.LANGUAGE_PACKAGES,
            "node-pkg",
            true,
            List.of(),
            List.of(findings),
            List.of());
    var report =
        new Report(
            "",
            NOW,
            new Report.Artifact("", "x", Report.ArtifactType.FILESYSTEM, Optional.empty()),
            OperatingSystem.NONE,
            List.of(result),
            List.of());
    return filter.apply(report).results().getFirst();
  }

  private static List<String> left(Waiver waiver) throws Exception {
    return filtered(new FindingFilter(ALL, Set.of(), List.of(waiver), NOW), ONE, TWO)
        .vulnerabilities()
        .stream()
        .map(Vulnerability::id)
        .toList();
  }

  private static Waiver waiver(String place, String purl, String expires) {
    return new Waiver(
        "CVE-2026-1",
        place.isEmpty() ? List.of() : List.of(place),
        purl.isEmpty() ? List.of() : List.of(PackageUrl.parse(purl).orElseThrow()),
        "because",
        expires.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(expires)),
        "file");
  }

  @Test
  void onlyTheSeveritiesAskedFor() throws Exception {
    var filter = new FindingFilter(EnumSet.of(Severity.LOW), Set.of(), List.of(), NOW);
    assertThat(filtered(filter, ONE, TWO).vulnerabilities()).containsExactly(TWO);
  }

  @Test
  void ignoredStatusesAreNotEvenSuppressed() throws Exception {
    var filter = new FindingFilter(ALL, EnumSet.of(Status.AFFECTED), List.of(), NOW);
    Result result = filtered(filter, ONE, TWO);
    assertThat(result.vulnerabilities()).containsExactly(ONE);
    assertThat(result.suppressed()).isEmpty();
  }

  @Test
  void aWaiverMovesAFindingToTheSuppressedOnes() throws Exception {
    var filter = new FindingFilter(ALL, Set.of(), List.of(waiver("", "", "")), NOW);
    Result result = filtered(filter, ONE, TWO);
    assertThat(result.vulnerabilities()).containsExactly(TWO);
    assertThat(result.suppressed())
        .containsExactly(new Suppressed(ONE, "ignored", "because", "file"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', true",
    "Node.js, '', '', true",
    "app/tls/package.json, '', '', true",
    "app/**, '', '', true",
    "app/*, '', '', false",
    "tls, '', '', false",
    "'', pkg:npm/tls, '', true",
    "'', pkg:npm/tls@1.0, '', true",
    "'', pkg:npm/tls@1.1, '', false",
    "'', pkg:npm/zip, '', false",
    "app/**, pkg:npm/zip, '', false",
    "lib/**, pkg:npm/tls, '', false",
    "'', '', 2026-11-23T17:00:01Z, true",
    "'', '', 2026-11-23T17:00:00Z, true",
    "'', '', 2026-11-23T16:59:59Z, false"
  })
  void placePackageAndEndAllCount(String place, String purl, String expires, boolean hides)
      throws Exception {
    assertThat(left(waiver(place, purl, expires)).contains("CVE-2026-1")).isEqualTo(!hides);
    assertThat(left(waiver(place, purl, expires))).contains("CVE-2026-2");
  }

  @Test
  void theFirstOfSeveralWaiversCounts() throws Exception {
    var filter =
        new FindingFilter(
            ALL,
            Set.of(),
            List.of(
                waiver("elsewhere", "", ""),
                new Waiver("CVE-2026-1", List.of(), List.of(), "first", Optional.empty(), "one"),
                new Waiver("CVE-2026-1", List.of(), List.of(), "second", Optional.empty(), "two")),
            NOW);
    assertThat(filtered(filter, ONE).suppressed())
        .containsExactly(new Suppressed(ONE, "ignored", "first", "one"));
  }

  @Test
  void aPlaceThatIsNoGlobIsAnError() {
    assertThatThrownBy(() -> left(waiver("app/[", "", "")))
        .isInstanceOf(InvalidGlobException.class);
  }
}
