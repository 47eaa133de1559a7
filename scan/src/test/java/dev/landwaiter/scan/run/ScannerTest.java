package dev.landwaiter.scan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Report;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.inventory.run.Analyzers;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageLayer;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.scan.FileSelection;
import dev.landwaiter.scan.PackageSelection;
import dev.landwaiter.scan.Progress;
import dev.landwaiter.scan.ScanException;
import dev.landwaiter.scan.ScanOptions;
import dev.landwaiter.scan.cache.LayerCache;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannerTest {
  private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");
  private static final String APK = "lib/apk/db/installed";

  private static ScanOptions options(boolean precise, FileSelection files) {
    return new ScanOptions(
        PackageSelection.ALL, files, precise, Optional.empty(), List.of("auto"), false);
  }

  private static Report scan(
      ScanOptions options, Optional<LayerCache> cache, Limits limits, MadeLayer... layers)
      throws IOException {
    var tools =
        new Scanner.Tools(
            Analyzers.ALL,
            Optional.empty(),
            cache,
            limits,
            Progress.SILENT,
            new Scanner.Tools.Run(2, NOW, "id"));
    try (var image =
        new Image(
            Digest.sha256(new byte[] {1}),
            List.of(),
            List.of(),
            "",
            "",
            ObjectValue.EMPTY,
            List.of(layers),
            List.of(),
            () -> {})) {
      return new Scanner(options, tools).image(image, "made").report();
    }
  }

  private static Report scan(MadeLayer... layers) throws IOException {
    return scan(options(true, FileSelection.ALL), Optional.empty(), Limits.STANDARD, layers);
  }

  private static String apk(String... namesAndVersions) {
    var text = new StringBuilder();
    for (int i = 0; i < namesAndVersions.length; i += 2) {
      text.append("P:").append(namesAndVersions[i]).append("\nV:").append(namesAndVersions[i + 1]);
      text.append("\nA:x86_64\n\n");
    }
    return text.toString();
  }

  private static String node(String name) {
    return "{\"name\": \"%s\", \"version\": \"1.0.0\"}".formatted(name);
  }

  private static Stream<Package> packages(Report report) {
    return report.results().stream().flatMap(result -> result.packages().stream());
  }

  private static List<String> names(Report report) {
    return packages(report).map(Package::name).sorted().toList();
  }

  private static String layerOf(Report report, String name) {
    return packages(report)
        .filter(pkg -> pkg.name().equals(name))
        .findFirst()
        .orElseThrow()
        .layer()
        .diffId();
  }

  @Test
  void whiteoutsHideWhatLiesBelowAndNothingBeside() throws Exception {
    Report report =
        scan(
            MadeLayer.of(
                Map.of(
                    "app/a/package.json", node("a"),
                    "app/b/package.json", node("b"),
                    "app/b2/package.json", node("b2"),
                    "app/c/x/package.json", node("cx"))),
            MadeLayer.of(Map.of("app/a/.wh.package.json", "", "app/.wh.b", "", "app/.wh.c", "")));
    assertThat(names(report)).containsExactly("b2");
  }

  @Test
  void anOpaqueFolderHidesOnlyTheLayersBelow() throws Exception {
    Report report =
        scan(
            MadeLayer.of(
                Map.of("app/a/package.json", node("old"), "lib/a/package.json", node("kept"))),
            MadeLayer.of(Map.of("app/.wh..wh..opq", "", "app/b/package.json", node("new"))));
    assertThat(names(report)).containsExactly("kept", "new");
  }

  @Test
  void aDeletedDatabaseTakesItsPackagesAlong() throws Exception {
    Report report =
        scan(
            MadeLayer.of(Map.of("etc/alpine-release", "3.20.3\n", APK, apk("musl", "1.2.5-r0"))),
            MadeLayer.of(Map.of("lib/apk/.wh.db", "")));
    assertThat(names(report)).isEmpty();
    assertThat(report.os()).isEqualTo(OperatingSystem.of("alpine", "3.20.3"));
  }

  @Test
  void aPackageBelongsToTheLayerThatBroughtThisVersion() throws Exception {
    MadeLayer first =
        MadeLayer.of(
            Map.of(
                "etc/alpine-release", "3.20.3\n", APK, apk("musl", "1.2.5-r0", "zlib", "1.3-r0")));
    MadeLayer second =
        MadeLayer.of(
            Map.of(
                APK,
                apk("musl", "1.2.5-r0", "zlib", "1.3.1-r1", "curl", "8.9-r0"),
                "app/package.json",
                node("app")));
    Report report = scan(first, second);
    assertThat(names(report)).containsExactly("app", "curl", "musl", "zlib");
    assertThat(layerOf(report, "musl")).isEqualTo(first.diffId().toString());
    assertThat(layerOf(report, "zlib")).isEqualTo(second.diffId().toString());
    assertThat(layerOf(report, "curl")).isEqualTo(second.diffId().toString());
    assertThat(layerOf(report, "app")).isEqualTo(second.diffId().toString());
  }

  @Test
  void whatTheDistributionInstalledIsNotCountedTwiceUnlessAsked() throws Exception {
    String metadata = "Metadata-Version: 2.1\nName: requests\nVersion: 2.28.1\n";
    String owned = "usr/lib/python3/dist-packages/requests-2.28.1.egg-info/PKG-INFO";
    MadeLayer layer =
        MadeLayer.of(
            Map.of(
                "etc/debian_version",
                "12.5\n",
                "var/lib/dpkg/status",
                """
                Package: python3-requests
                Status: install ok installed
                Architecture: all
                Version: 2.28.1+dfsg-1
                """,
                "var/lib/dpkg/info/python3-requests.md5sums",
                "0123456789abcdef0123456789abcdef  " + owned + "\n",
                owned,
                metadata,
                "opt/venv/lib/python3.11/site-packages/requests-2.28.1.dist-info/METADATA",
                metadata));
    assertThat(names(scan(layer))).containsExactly("python3-requests", "requests");
    Report comprehensive =
        scan(options(false, FileSelection.ALL), Optional.empty(), Limits.STANDARD, layer);
    assertThat(names(comprehensive)).containsExactly("python3-requests", "requests", "requests");
  }

  @Test
  void aSecondScanOutOfTheCacheSaysTheSameAndReadsNothing(@TempDir Path folder) throws Exception {
    var cache = Optional.of(new LayerCache(folder, NOW));
    MadeLayer layer =
        MadeLayer.of(
            Map.of(
                "etc/alpine-release",
                "3.20.3\n",
                APK,
                apk("musl", "1.2.5-r0"),
                "app/package.json",
                node("app"),
                "bad/package.json",
                "{"));
    var options = options(true, FileSelection.ALL);
    Report first = scan(options, cache, Limits.STANDARD, layer);
    assertThat(layer.reads()).hasValue(1);
    assertThat(scan(options, cache, Limits.STANDARD, layer)).isEqualTo(first);
    assertThat(layer.reads()).hasValue(1);

    try (var files = Files.list(folder)) {
      Files.writeString(files.findFirst().orElseThrow(), "damaged");
    }
    assertThat(scan(options, cache, Limits.STANDARD, layer)).isEqualTo(first);
    assertThat(layer.reads()).hasValue(2);
  }

  @Test
  void otherFilesPassedOverAreAnotherEntryOfTheCache(@TempDir Path folder) throws Exception {
    var cache = Optional.of(new LayerCache(folder, NOW));
    MadeLayer layer =
        MadeLayer.of(Map.of("a/package.json", node("a"), "b/package.json", node("b")));
    var all = options(true, FileSelection.ALL);
    var withoutA = options(true, new FileSelection(List.of(), List.of("a")));
    var withoutFile = options(true, new FileSelection(List.of("b/package.json"), List.of()));
    assertThat(names(scan(all, cache, Limits.STANDARD, layer))).containsExactly("a", "b");
    assertThat(names(scan(withoutA, cache, Limits.STANDARD, layer))).containsExactly("b");
    assertThat(names(scan(withoutFile, cache, Limits.STANDARD, layer))).containsExactly("a");
    assertThat(names(scan(all, cache, Limits.STANDARD, layer))).containsExactly("a", "b");
  }

  @Test
  void aLayerThatIsNotWhatItsDigestSaysEndsTheScan() throws Exception {
    MadeLayer honest = MadeLayer.of(Map.of("app/package.json", node("app")));
    byte[] other = honest.tar().clone();
    other[600] ^= 1;
    var liar = new LyingLayer(honest, other);
    var tools =
        new Scanner.Tools(
            Analyzers.ALL,
            Optional.empty(),
            Optional.empty(),
            Limits.STANDARD,
            Progress.SILENT,
            new Scanner.Tools.Run(1, NOW, "id"));
    try (var image =
        new Image(
            Digest.sha256(new byte[] {1}),
            List.of(),
            List.of(),
            "",
            "",
            ObjectValue.EMPTY,
            List.of(liar),
            List.of(),
            () -> {})) {
      assertThatThrownBy(
              () -> new Scanner(options(true, FileSelection.ALL), tools).image(image, "made"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("sha256:");
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record LyingLayer(MadeLayer honest, byte[] bytes) implements ImageLayer {
    @Override
    public String digest() {
      return "";
    }

    @Override
    public Digest diffId() {
      return honest.diffId();
    }

    @Override
    public long storedSize() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }

  @Test
  void aLayerBeyondTheLimitNamesTheLimit() throws Exception {
    MadeLayer layer = MadeLayer.of(Map.of("app/package.json", node("app")));
    var small = Limits.STANDARD.with(Limit.BYTES_PER_LAYER, 700);
    assertThatThrownBy(() -> scan(options(true, FileSelection.ALL), Optional.empty(), small, layer))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("700");
  }

  @Test
  void aPatternThatIsNoGlobIsAnError() throws Exception {
    MadeLayer layer = MadeLayer.of(Map.of("app/package.json", node("app")));
    var options = options(true, new FileSelection(List.of(), List.of("a[")));
    assertThatThrownBy(() -> scan(options, Optional.empty(), Limits.STANDARD, layer))
        .isInstanceOf(ScanException.class);
  }

  @Test
  void aFolderIsScannedInPlaceAndNamedByItsHost(@TempDir Path root) throws Exception {
    Files.createDirectories(root.resolve("etc"));
    Files.writeString(root.resolve("etc/hostname"), "quay\n");
    Files.writeString(root.resolve("etc/alpine-release"), "3.20.3\n");
    Files.createDirectories(root.resolve("app"));
    Files.writeString(root.resolve("app/package.json"), node("app"));
    var tools =
        new Scanner.Tools(
            Analyzers.ALL,
            Optional.empty(),
            Optional.empty(),
            Limits.STANDARD,
            Progress.SILENT,
            new Scanner.Tools.Run(1, NOW, "id"));
    Report report =
        new Scanner(options(true, FileSelection.ALL), tools).directory(root, "given").report();
    assertThat(report.artifact().name()).isEqualTo("quay");
    assertThat(report.os()).isEqualTo(OperatingSystem.of("alpine", "3.20.3"));
    assertThat(names(report)).containsExactly("app");
  }
}
