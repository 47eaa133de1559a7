package dev.landwaiter.inventory.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.finding.BuildInfo;
import dev.landwaiter.base.finding.Evr;
import dev.landwaiter.base.finding.Identifier;
import dev.landwaiter.base.finding.Layer;
import dev.landwaiter.base.finding.LineRange;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Place;
import dev.landwaiter.base.finding.Provenance;
import dev.landwaiter.base.finding.Relations;
import dev.landwaiter.base.finding.Relationship;
import dev.landwaiter.base.finding.Source;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every UID that Trivy printed for the shared images, recomputed from the other fields.
class PackageUidTest {
  private static final Path SHARED =
      Path.of(
          System.getenv()
              .getOrDefault(
                  "LANDWAITER_SHARED", System.getProperty("landwaiter.root") + "/../shared"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alpine-310.json",
        "debian-12-app-aged.pkgs.json",
        "debian-12-app.pkgs.json",
        "alpine-minirootfs-3.20.3-s390x.pkgs.json",
        "almalinux-9-20220901-aarch64-micro.rootfs.pkgs.json",
        "busybox-with-lockfile.pkgs.json"
      })
  void agreesWithTheRecordedReports(String file) throws Exception {
    Value report = Json.parse(file, recorded(file));
    int compared = 0;
    for (Value result : report.get("Results").orElseThrow().elements()) {
      boolean system = result.text("Class").equals("os-pkgs");
      boolean lockfile = !system && result.text("Target").contains(".lock");
      for (Value json : result.get("Packages").map(Value::elements).orElse(List.of())) {
        Package pkg = read(json, result.text("Type").equals("debian"));
        String path = system ? "" : lockfile ? result.text("Target") : pkg.filePath();
        assertThat(PackageUid.of(path, pkg))
            .as("%s in %s", pkg.name(), result.text("Target"))
            .isEqualTo(json.get("Identifier").orElseThrow().text("UID"));
        compared++;
      }
    }
    assertThat(compared).isPositive();
  }

  private static byte[] recorded(String file) throws Exception {
    Path archive = SHARED.resolve("conformance/trivy-recorded.tar.zst");
    assertThat(Files.exists(archive)).as("the shared data lies at " + SHARED).isTrue();
    var zstd =
        new ProcessBuilder(
            "sh",
            "-c",
            "zstd -dc --long=27 \"$0\" | tar xO trivy-recorded/\"$1\"",
            archive.toString(),
            file);
    Process process = zstd.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return process.getInputStream().readAllBytes();
  }

  private static Package read(Value json, boolean licencesCameLater) {
    return new Package(
        json.text("ID"),
        json.text("Name"),
        new Evr(number(json, "Epoch"), json.text("Version"), json.text("Release")),
        json.text("Arch"),
        new Source(
            json.text("SrcName"),
            new Evr(number(json, "SrcEpoch"), json.text("SrcVersion"), json.text("SrcRelease"))),
        licencesCameLater ? List.of() : texts(json, "Licenses"),
        new Provenance(
            json.text("Maintainer"),
            json.get("Repository").map(r -> r.text("Class")).orElse(""),
            json.text("Modularitylabel"),
            BuildInfo.NONE,
            json.text("Digest"),
            json.text("AnalyzedBy")),
        new Relations(relationship(json), false, texts(json, "DependsOn")),
        new Place(
            Layer.NONE, json.text("FilePath"), locations(json), texts(json, "InstalledFiles")),
        Identifier.NONE);
  }

  private static Relationship relationship(Value json) {
    String word = json.text("Relationship");
    return word.isEmpty()
        ? Relationship.UNKNOWN
        : Relationship.valueOf(word.toUpperCase(java.util.Locale.ROOT));
  }

  private static List<LineRange> locations(Value json) {
    return json.get("Locations").map(Value::elements).orElse(List.of()).stream()
        .map(range -> new LineRange(number(range, "StartLine"), number(range, "EndLine")))
        .toList();
  }

  private static int number(Value json, String key) {
    return json.get(key).map(n -> (int) ((NumberValue) n).toLong().orElseThrow()).orElse(0);
  }

  private static List<String> texts(Value json, String key) {
    return json.get(key).map(Value::elements).orElse(List.of()).stream()
        .map(Value::asText)
        .toList();
  }
}
