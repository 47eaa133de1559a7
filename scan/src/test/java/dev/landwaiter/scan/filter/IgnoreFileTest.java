package dev.landwaiter.scan.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.finding.PackageUrl;
import dev.landwaiter.base.finding.Waiver;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Yaml;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IgnoreFileTest {
  private static IgnoreFile read(String name, String text) throws FormatException {
    return IgnoreFile.read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Waiver waiver(String id, Optional<Instant> expires) {
    return new Waiver(id, List.of(), List.of(), "", expires, ".trivyignore");
  }

  @Test
  void plainLines() throws Exception {
    IgnoreFile file =
        read(
            ".trivyignore",
            """
            # a remark
            CVE-2026-1

               CVE-2026-2   exp:2026-12-31\t
            \tCVE-2026-3 and words that mean nothing
            CVE-2026-4\r
            CVE-2026-5 exp:2026-12-31T10:00:00+02:00
            """);
    assertThat(file.problems()).isEmpty();
    assertThat(file.waivers())
        .containsExactly(
            waiver("CVE-2026-1", Optional.empty()),
            waiver("CVE-2026-2", Optional.of(Instant.parse("2026-12-31T00:00:00Z"))),
            waiver("CVE-2026-3", Optional.empty()),
            waiver("CVE-2026-4", Optional.empty()),
            waiver("CVE-2026-5", Optional.of(Instant.parse("2026-12-31T08:00:00Z"))));
  }

  @Test
  void aWrongDateIsAProblemWithItsLineAndHidesNothing() throws Exception {
    IgnoreFile file = read(".trivyignore", "CVE-2026-1\nCVE-2026-2 exp:2026-13-01\nCVE-2026-3\n");
    assertThat(file.waivers()).extracting(Waiver::id).containsExactly("CVE-2026-1", "CVE-2026-3");
    assertThat(file.problems())
        .singleElement()
        .asString()
        .startsWith(".trivyignore:2:1: ")
        .contains("exp:YYYY-MM-DD");
  }

  @Test
  void yamlEntries() throws Exception {
    IgnoreFile file =
        read(
            "ignore.yml",
            """
            vulnerabilities:
              - id: CVE-2026-1
              - id: CVE-2026-2
                paths: ["app/**", usr/bin/tool]
                purls: [pkg:npm/lodash, "pkg:deb/debian/zlib1g?arch=amd64"]
                expired_at: 2026-12-31
                statement: known
            misconfigurations:
              - id: DS-0001
            """);
    assertThat(file.problems()).isEmpty();
    assertThat(file.waivers())
        .containsExactly(
            new Waiver("CVE-2026-1", List.of(), List.of(), "", Optional.empty(), "ignore.yml"),
            new Waiver(
                "CVE-2026-2",
                List.of("app/**", "usr/bin/tool"),
                List.of(
                    PackageUrl.parse("pkg:npm/lodash").orElseThrow(),
                    PackageUrl.parse("pkg:deb/debian/zlib1g?arch=amd64").orElseThrow()),
                "known",
                Optional.of(Instant.parse("2026-12-31T00:00:00Z")),
                "ignore.yml"));
  }

  @Test
  void entriesThatCannotBeUsedAreProblemsAndTheOthersStay() throws Exception {
    IgnoreFile file =
        read(
            "ignore.yaml",
            """
            vulnerabilities:
              - statement: without id
              - id: CVE-2026-1
                purls: [lodash]
              - id: CVE-2026-2
                expired_at: next year
              - id: CVE-2026-3
              - just text
            """);
    assertThat(file.waivers()).extracting(Waiver::id).containsExactly("CVE-2026-3");
    assertThat(file.problems())
        .extracting(problem -> problem.message())
        .containsExactly(
            "an entry without id is not used",
            "the entry for CVE-2026-1 is not used: lodash is no package URL",
            "the entry for CVE-2026-2 is not used: its date is wrong",
            "an entry without id is not used");
  }

  @Test
  void brokenYamlIsAnError() {
    assertThatThrownBy(() -> read("ignore.yaml", "vulnerabilities: ["))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void anEmptyFileIgnoresNothing() throws Exception {
    assertThat(read("ignore.yaml", "")).isEqualTo(IgnoreFile.EMPTY);
    assertThat(read(".trivyignore", "")).isEqualTo(IgnoreFile.EMPTY);
  }

  @Test
  void waiversOfOurOwnConfiguration() throws Exception {
    IgnoreFile file =
        IgnoreFile.waivers(
            "landwaiter.yaml",
            Yaml.parse(
                "landwaiter.yaml",
                """
                severity: HIGH
                waivers:
                  - id: CVE-2026-1
                    place: app/**
                    package: pkg:npm/lodash@4.17.4
                    reason: never loaded
                    expires: 2027-01-01
                  - reason: without id
                """
                    .getBytes(StandardCharsets.UTF_8)));
    assertThat(file.waivers())
        .containsExactly(
            new Waiver(
                "CVE-2026-1",
                List.of("app/**"),
                List.of(PackageUrl.parse("pkg:npm/lodash@4.17.4").orElseThrow()),
                "never loaded",
                Optional.of(Instant.parse("2027-01-01T00:00:00Z")),
                "landwaiter.yaml"));
    assertThat(file.problems()).hasSize(1);
  }
}
