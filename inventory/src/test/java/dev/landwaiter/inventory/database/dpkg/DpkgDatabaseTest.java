package dev.landwaiter.inventory.database.dpkg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.finding.Evr;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Source;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.PackageDatabase;
import dev.landwaiter.inventory.database.Budget;
import dev.landwaiter.inventory.testing.Trees;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DpkgDatabaseTest {
  private static final String STATUS = "var/lib/dpkg/status";

  private static LayerInventory analyze(Map<String, String> files) {
    return Trees.analyze(List.of(new DpkgDatabase()), Trees.of(files));
  }

  private static List<Package> packages(String status) {
    return analyze(Map.of(STATUS, status)).databases().getFirst().packages();
  }

  @Test
  void fieldsComeFromTheParagraph() {
    Package found =
        packages(
                """
                Package: libssl3
                status: install ok installed
                Architecture: amd64
                Maintainer: Somebody <somebody@example.test>
                Source: openssl (1:3.0.11-1~deb12u2)
                Version: 3.0.11-1~deb12u2+b1
                Description: short
                 Package: not a field
                 .
                 longer
                """)
            .getFirst();
    assertThat(found.id()).isEqualTo("libssl3@3.0.11-1~deb12u2+b1");
    assertThat(found.evr()).isEqualTo(new Evr(0, "3.0.11", "1~deb12u2+b1"));
    assertThat(found.source()).isEqualTo(new Source("openssl", new Evr(1, "3.0.11", "1~deb12u2")));
    assertThat(found.arch()).isEqualTo("amd64");
    assertThat(found.provenance().maintainer()).isEqualTo("Somebody <somebody@example.test>");
    assertThat(found.provenance().repositoryClass()).isEqualTo("official");
    assertThat(found.provenance().analyzedBy()).isEqualTo("dpkg");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "install ok installed, true",
    "hold ok installed, true",
    "install ok half-configured, true",
    "install ok unpacked, true",
    "deinstall ok config-files, false",
    "purge ok not-installed, false",
    "unknown ok not-installed, false",
    "install ok config-files, false",
    "'', true"
  })
  void theStatusTellsWhetherThereAreFiles(String status, boolean installed) {
    String field = status.isEmpty() ? "" : "Status: " + status + "\n";
    assertThat(packages("Package: a\nVersion: 1\n" + field)).hasSize(installed ? 1 : 0);
  }

  @Test
  void windowsLineEndsAndUnknownBytesAreRead() {
    List<Package> packages =
        packages(
            "Package: a\r\nVersion: 1\r\n\r\nPackage: b\r\nMaintainer: Jos\ufffd\r\nVersion: 2\r\n");
    assertThat(packages).extracting(Package::id).containsExactly("a@1", "b@2");
  }

  @Test
  void needsAreTheInstalledOnes() {
    List<Package> packages =
        packages(
            """
            Package: app
            Version: 1:2
            Depends: libc6 (>= 2.36), missing | other (<< 3) , python3:any,
             libc6,
             late

            Package: libc6
            Version: 2.36-9

            Package: late
            Version: 1

            Package: other
            Version: 2

            Package: python3
            Version: 3.11
            """);
    assertThat(packages.getFirst().relations().dependsOn())
        .containsExactly("late@1", "libc6@2.36-9", "other@2");
  }

  @Test
  void installedFilesComeFromTheListOfTheNameOrOfTheArchitecture() {
    List<Package> packages =
        analyze(
                Map.of(
                    STATUS,
                    """
                    Package: a
                    Version: 1
                    Architecture: amd64

                    Package: b
                    Version: 1
                    Architecture: amd64

                    Package: c
                    Version: 1
                    Maintainer: HashiCorp
                    """,
                    "var/lib/dpkg/info/a.md5sums",
                    "0123  usr/bin/z\n4567  usr/bin/a\nnonsense\n",
                    "var/lib/dpkg/info/b:amd64.md5sums",
                    "0123  usr/lib/b  b\n",
                    "var/lib/dpkg/info/c.md5sums",
                    "0123  usr/bin/c\n",
                    "var/lib/dpkg/info/c.list",
                    "/usr/bin/c\n",
                    "var/lib/dpkg/available",
                    "Package: a\nVersion: 1\nSHA256: abcd\n\nPackage: a\nVersion: 2\nSHA256: ef\n"))
            .databases()
            .getFirst()
            .packages();
    assertThat(packages.get(0).place().installedFiles())
        .containsExactly("/usr/bin/a", "/usr/bin/z");
    assertThat(packages.get(1).place().installedFiles()).containsExactly("/usr/lib/b  b");
    assertThat(packages.get(0).provenance().digest()).isEqualTo("sha256:abcd");
    assertThat(packages.get(2).place().installedFiles()).isEmpty();
    assertThat(packages.get(2).provenance().repositoryClass()).isEqualTo("third-party");
  }

  @Test
  void everyFileOfStatusDIsADatabase() {
    LayerInventory inventory =
        analyze(
            Map.of(
                "var/lib/dpkg/status.d/base",
                "Package: base-files\nVersion: 12.4+deb12u5\n",
                "var/lib/dpkg/status.d/base.md5sums",
                "0123  etc/x\n",
                "var/lib/dpkg/status.d/tzdata",
                "Package: tzdata\nVersion: 2024a-0+deb12u1\n"));
    assertThat(inventory.databases())
        .extracting(PackageDatabase::path)
        .containsExactly("var/lib/dpkg/status.d/base", "var/lib/dpkg/status.d/tzdata");
    assertThat(inventory.problems()).isEmpty();
  }

  @Test
  void invalidVersionsAreProblems() {
    LayerInventory inventory =
        analyze(
            Map.of(
                STATUS,
                "Package: a\nVersion: x1\n\nPackage: b\nVersion: 1:2-3\nSource: s (?)\n\nPackage: c\n"));
    assertThat(inventory.databases().getFirst().packages())
        .singleElement()
        .satisfies(b -> assertThat(b.source()).isEqualTo(new Source("b", new Evr(1, "2", "3"))));
    assertThat(inventory.problems())
        .extracting(Object::toString)
        .containsExactly(
            STATUS + ":1:1: the package a has an invalid version and is left out",
            STATUS
                + ":4:1: the package b has an invalid source version and is taken to be its own"
                + " source");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1.2-3, 0, 1.2, 3",
    "2:1.2~rc1+dfsg-4-1+b2, 2, 1.2~rc1+dfsg-4, 1+b2",
    "1:2:3-1, 1, 2:3, 1",
    "20240101, 0, 20240101, ''"
  })
  void versionsAreTakenApart(String text, int epoch, String upstream, String revision) {
    assertThat(DebianVersion.parse(text)).contains(new Evr(epoch, upstream, revision));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"''", "a1", "-1", "x:1", "-1:1", ":1", "1/2", "1-2/3", "99999999999:1", "1 2"})
  void whatIsNoVersionIsNone(String text) {
    assertThat(DebianVersion.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, ''", "1000, '\n '"})
  void aFieldThatWouldFillTheMemoryEndsTheReading(int parts, String between) {
    String part = "x".repeat(Budget.FIELD / parts + 1) + between;
    LayerInventory found =
        analyze(Map.of(STATUS, "Package: a\nVersion: 1\nMaintainer: " + part.repeat(parts) + "\n"));
    assertThat(found.problems()).singleElement().asString().contains("4194304 characters");
  }
}
