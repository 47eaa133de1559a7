package dev.landwaiter.scan.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.finding.DataSource;
import dev.landwaiter.base.finding.VulnerabilityDetail;
import dev.landwaiter.inventory.run.Analyzers;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.scan.FileSelection;
import dev.landwaiter.scan.PackageSelection;
import dev.landwaiter.scan.Progress;
import dev.landwaiter.scan.ScanOptions;
import dev.landwaiter.vulnerability.Advisory;
import dev.landwaiter.vulnerability.AdvisoryDatabase;
import dev.landwaiter.vulnerability.AdvisoryPlace;
import dev.landwaiter.vulnerability.DatabaseException;
import dev.landwaiter.vulnerability.DatabaseInfo;
import dev.landwaiter.vulnerability.Opinion;
import dev.landwaiter.vulnerability.RawAdvisory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A database whose damage shows only when it is looked into, by whichever thread.
class BrokenDatabaseTest {
  private static final Map<String, String> FILES =
      Map.of(
          "etc/os-release", "ID=debian\nVERSION_ID=12\n",
          "etc/debian_version", "12.5\n",
          "var/lib/dpkg/status",
              "Package: bash\nStatus: install ok installed\nVersion: 5.2\nArchitecture: amd64\n",
          "app/node_modules/a/package.json", "{\"name\": \"a\", \"version\": \"1.0.0\"}");

  @TempDir Path folder;

  private record Broken() implements AdvisoryDatabase {
    private static DatabaseException damage() {
      return new DatabaseException("page 7 is damaged");
    }

    @Override
    public SortedMap<String, Advisory> advisories(String bucket, String packageName) {
      throw damage();
    }

    @Override
    public SortedMap<String, Advisory> advisoriesByPrefix(String prefix, String packageName) {
      throw damage();
    }

    @Override
    public List<RawAdvisory> raw(String bucket, String packageName) {
      throw damage();
    }

    @Override
    public SortedSet<Integer> cpeIndices(List<String> contentSets, List<String> nvrs) {
      throw damage();
    }

    @Override
    public Optional<VulnerabilityDetail> vulnerability(String id) {
      throw damage();
    }

    @Override
    public Optional<DataSource> dataSource(String bucket) {
      throw damage();
    }

    @Override
    public List<String> buckets() {
      throw damage();
    }

    @Override
    public List<AdvisoryPlace> places(String id) {
      throw damage();
    }

    @Override
    public List<Opinion> opinions(AdvisoryPlace place, String id) {
      throw damage();
    }

    @Override
    public DatabaseInfo info() {
      throw damage();
    }

    @Override
    public void close() {}
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "etc/os-release etc/debian_version var/lib/dpkg/status",
        "app/node_modules/a/package.json"
      })
  void damageIsToldAsWhatItIs(String names) throws Exception {
    for (String name : names.split(" ", -1)) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, FILES.getOrDefault(name, ""));
    }
    var tools =
        new Scanner.Tools(
            Analyzers.ALL,
            Optional.of(new Broken()),
            Optional.empty(),
            Limits.STANDARD,
            Progress.SILENT,
            new Scanner.Tools.Run(2, Instant.parse("2026-11-23T17:00:00Z"), "id"));
    var options =
        new ScanOptions(
            PackageSelection.ALL, FileSelection.ALL, true, Optional.empty(), List.of("auto"), true);
    assertThatThrownBy(() -> new Scanner(options, tools).directory(folder, "made"))
        .isInstanceOf(DatabaseException.class)
        .hasMessage("page 7 is damaged");
  }
}
