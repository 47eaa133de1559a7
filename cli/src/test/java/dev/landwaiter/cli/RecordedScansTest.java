package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.agreement.Agreement;
import dev.landwaiter.cli.agreement.MustPass;
import dev.landwaiter.cli.agreement.Unpacked;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedScansTest {
  private static final List<String> ADDED =
      List.of("--skip-db-update", "--skip-java-db-update", "--offline-scan", "-q");

  @Test
  void scansOfRealImagesAgreeWithTrivys(@TempDir Path temporary) throws Exception {
    Unpacked.into(temporary, "conformance/trivy-recorded.tar.zst");
    Path folder = temporary.resolve("trivy-recorded");
    images(folder);
    List<Value> runs =
        Json.parse("runs.json", Files.readAllBytes(folder.resolve("runs.json"))).elements();
    assertThat(runs).hasSize(77);
    var list = new MustPass("/agreement/must-pass.txt");
    runs.parallelStream().forEach(run -> list.add(id(run), agreement(folder, run)));
    System.out.println("recorded scans: " + list.score());
    Unpacked.removeLinks(folder);
    list.check();
  }

  /// The images lie beside the recordings as they lay when Trivy read them.
  private static void images(Path folder) throws IOException {
    try (var files = Files.list(Shared.path("images"))) {
      for (Path image : files.toList()) {
        String name = String.valueOf(image.getFileName());
        if (name.endsWith(".docker.tar.gz")) {
          Files.createSymbolicLink(folder.resolve(name), image);
        } else {
          String unpacked = name.replaceFirst("\\.oci\\.tar$|\\.tar\\.(gz|xz)$", "");
          Files.createDirectory(folder.resolve(unpacked));
          Unpacked.into(folder.resolve(unpacked), "images/" + name);
        }
      }
    }
  }

  private static List<String> words(Value run) {
    return run.get("args").orElseThrow().elements().stream().map(Value::asText).toList();
  }

  private static String id(Value run) {
    return String.join(" ", words(run).subList(1, words(run).size()));
  }

  private static Agreement agreement(Path folder, Value run) {
    try {
      List<String> recorded = words(run);
      List<String> words = new ArrayList<>(List.of("trivy", recorded.get(1)));
      words.addAll(List.of("--cache-dir", folder.resolve("projection").toString()));
      words.addAll(ADDED);
      words.addAll(recorded.subList(2, recorded.size()));
      Ran ran = Ran.in(folder, Map.of("HOME", folder.toString(), "TZ", "UTC"), words);
      String file = run.text("stdout_file");
      String wanted = file.isEmpty() ? run.text("stdout") : Files.readString(folder.resolve(file));
      int exit = Integer.parseInt(run.get("exit").orElseThrow().toString());
      return Agreement.of(
          new Agreement.Answer(exit, wanted), new Agreement.Answer(ran.exit(), ran.stdout()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
