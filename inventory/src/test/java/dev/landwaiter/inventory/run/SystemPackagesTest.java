package dev.landwaiter.inventory.run;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.finding.Layer;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.PackageUrl;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Inventory;
import dev.landwaiter.inventory.LayerRecord;
import dev.landwaiter.inventory.testing.Trees;
import dev.landwaiter.testing.Golden;
import dev.landwaiter.testing.Shared;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real images; the expected lines hold what Trivy reported for them, its structural hash of every
/// package included.
class SystemPackagesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "almalinux-9-20220901-aarch64-micro.rootfs, tar.xz",
    "alpine-3.15.0, docker.tar.gz",
    "alpine-310, docker.tar.gz",
    "alpine-minirootfs-3.13.12-x86_64, tar.gz",
    "alpine-minirootfs-3.16.9-x86_64, tar.gz",
    "alpine-minirootfs-3.18.9-x86_64, tar.gz",
    "alpine-minirootfs-3.20.3-aarch64, tar.gz",
    "alpine-minirootfs-3.20.3-s390x, tar.gz",
    "alpine-minirootfs-3.20.3-x86_64, tar.gz",
    "busybox-glibc-amd64.rootfs, tar.gz",
    "busybox-with-lockfile, docker.tar.gz",
    "debian-12-app, oci.tar"
  })
  void systemAndPackagesAreAsRecorded(String image, String suffix) throws Exception {
    List<Analyzer> analyzers = Analyzers.ALL.stream().filter(SystemPackagesTest::ofSystem).toList();
    List<LayerRecord> records = new ArrayList<>();
    for (List<TreeFile> layer : Trees.layers(Shared.path("images/" + image + "." + suffix))) {
      records.add(
          new LayerRecord(Layer.NONE, List.of(), List.of(), Trees.analyze(analyzers, layer)));
    }
    Inventory inventory = Merge.of(records, new Merge.Options(true, Optional.empty()));
    String lines =
        inventory.packages().stream()
            .map(SystemPackagesTest::line)
            .sorted()
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    Golden.check(
        "packages/" + image + ".txt",
        inventory.os().family() + " " + inventory.os().name() + "\n" + lines);
  }

  private static boolean ofSystem(Analyzer analyzer) {
    String name = analyzer.getClass().getPackageName();
    return name.contains(".os.") || name.contains(".database.");
  }

  private static String line(Package one) {
    List<String> files = one.place().installedFiles();
    String hash =
        Digest.sha256(String.join("\n", files).getBytes(StandardCharsets.UTF_8)).encoded();
    return String.join(
        "|",
        one.id(),
        one.name(),
        String.valueOf(one.evr().epoch()),
        one.evr().version(),
        one.evr().release(),
        one.arch(),
        one.source().name(),
        String.valueOf(one.source().evr().epoch()),
        one.source().evr().version(),
        one.source().evr().release(),
        String.join(";", one.licenses()),
        one.provenance().maintainer(),
        one.provenance().repositoryClass(),
        one.provenance().modularityLabel(),
        one.provenance().digest(),
        String.join(",", one.relations().dependsOn()),
        files.isEmpty() ? "" : files.size() + ":" + hash.substring(0, 16),
        one.provenance().analyzedBy(),
        one.identifier().uid(),
        one.identifier().purl().map(PackageUrl::toString).orElse(""));
  }
}
