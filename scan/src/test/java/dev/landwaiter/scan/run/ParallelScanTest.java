package dev.landwaiter.scan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.finding.Report;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Observations;
import dev.landwaiter.inventory.run.Analyzers;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.scan.FileSelection;
import dev.landwaiter.scan.PackageSelection;
import dev.landwaiter.scan.Progress;
import dev.landwaiter.scan.ScanOptions;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// However many threads there are, and whoever of them looks at a file.
class ParallelScanTest {
  private static Report scan(int parallel, List<Analyzer> analyzers, List<MadeLayer> layers)
      throws IOException {
    var tools =
        new Scanner.Tools(
            analyzers,
            Optional.empty(),
            Optional.empty(),
            Limits.STANDARD,
            Progress.SILENT,
            new Scanner.Tools.Run(parallel, Instant.parse("2026-11-23T17:00:00Z"), "id"));
    var options =
        new ScanOptions(
            PackageSelection.ALL,
            FileSelection.ALL,
            true,
            Optional.empty(),
            List.of("auto"),
            false);
    try (var image =
        new Image(
            Digest.sha256(new byte[] {1}),
            List.of(),
            List.of(),
            "",
            "",
            ObjectValue.EMPTY,
            List.copyOf(layers),
            List.of(),
            () -> {})) {
      return new Scanner(options, tools).image(image, "made").report();
    }
  }

  /// Many small files, broken ones, identifications that override each other, one that is too large
  /// to wait, and package lists.
  private static List<MadeLayer> layers() throws IOException {
    List<MadeLayer> layers = new ArrayList<>();
    for (int layer = 0; layer < 5; layer++) {
      Map<String, String> files = new TreeMap<>();
      files.put("etc/os-release", "ID=debian\nVERSION_ID=\"1%d\"\n".formatted(layer));
      files.put("etc/debian_version", "1%d.1\n".formatted(layer));
      files.put(
          "var/lib/dpkg/status",
          "Package: p%d\nStatus: install ok installed\nVersion: 1\nArchitecture: all\n"
              .formatted(layer));
      for (int i = 0; i < 300; i++) {
        String folder = "usr/lib/node_modules/%d-%d".formatted(layer, i);
        String text =
            i % 7 == 0
                ? "{ broken"
                : "{\"name\": \"n%d\", \"version\": \"1.0.%d\"}".formatted(i, layer);
        files.put(folder + "/package.json", text);
        files.put(
            "usr/share/specifications/g%d.gemspec".formatted(i),
            "Gem::Specification.new do |s|\n  s.name = \"g%d\"\n  s.version = \"1\"\nend\n"
                .formatted(i));
      }
      files.put("usr/lib/node_modules/large/package.json", " ".repeat(5 << 20) + "{");
      layers.add(MadeLayer.of(files));
    }
    return layers;
  }

  @Test
  void theReportIsTheSame() throws IOException {
    List<MadeLayer> layers = layers();
    Report alone = scan(1, Analyzers.ALL, layers);

    assertThat(alone.results().stream().mapToInt(result -> result.packages().size()).sum())
        .isGreaterThan(1000);
    assertThat(alone.problems()).hasSizeGreaterThan(200);
    for (int parallel : new int[] {2, 4, 16}) {
      assertThat(scan(parallel, Analyzers.ALL, layers)).isEqualTo(alone);
      assertThat(scan(parallel, Analyzers.ALL, layers.subList(0, 1)))
          .isEqualTo(scan(1, Analyzers.ALL, layers.subList(0, 1)));
    }
  }

  @Test
  void anImageWithoutLayersEnds() throws IOException {
    assertThat(scan(4, Analyzers.ALL, List.of()).results()).isEmpty();
  }

  @Test
  void anIdleThreadLooksAtFilesWhileTheWalkGoesOn() throws IOException {
    var looked = new CountDownLatch(1);
    var analyzer =
        new Probe(
            path -> {
              if (path.equals("last")) {
                await(looked);
              }
            },
            path -> {
              if (path.equals("first")) {
                looked.countDown();
              }
            });

    Report report =
        scan(2, List.of(analyzer), List.of(MadeLayer.of(Map.of("first", "", "last", ""))));

    assertThat(report.problems()).extracting(Problem::where).containsExactly("first", "last");
  }

  @Test
  void aMistakeInAnAnalyzerEndsTheScanWhereverItRan() throws IOException {
    var looked = new CountDownLatch(1);
    var analyzer =
        new Probe(
            path -> {
              if (path.equals("last")) {
                await(looked);
              }
            },
            path -> {
              looked.countDown();
              throw new IllegalStateException("cannot read " + path);
            });
    List<MadeLayer> layers = List.of(MadeLayer.of(Map.of("first", "", "last", "")));

    assertThatThrownBy(() -> scan(2, List.of(analyzer), layers))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("cannot read first");
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody looked meanwhile");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Says which files are asked for and which are looked at.
  private record Probe(Consumer<String> asked, Consumer<String> looked) implements Analyzer {
    @Override
    public String id() {
      return "probe";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public boolean wants(FileEntry file) {
      asked.accept(file.path());
      return true;
    }

    @Override
    public void analyze(FileTree files, Observations found) {
      files
          .byPath()
          .sequencedKeySet()
          .forEach(path -> {
            looked.accept(path);
            found.add(Problem.in(path, "seen"));
          });
    }
  }
}
