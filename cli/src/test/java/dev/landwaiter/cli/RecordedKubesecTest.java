package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.agreement.RecordedScan;
import dev.landwaiter.cli.world.World;
import dev.landwaiter.testing.CaseLines;
import dev.landwaiter.testing.Shared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recorded command lines of `kubesec`, run in this process. A list beside the test names the
/// rows that differ on purpose, each with its reason.
class RecordedKubesecTest {
  @Test
  void recordedCommandsAgree(@TempDir Path temporary) throws Exception {
    Map<String, String> differing = new TreeMap<>();
    List<String> lines = Files.readAllLines(Shared.path("conformance/kubesec/cases.jsonl"));
    int number = 0;
    for (String line : lines) {
      var row = new RecordedScan(Json.parse("cases", line));
      Path folder = Files.createDirectory(temporary.resolve("row" + number++));
      Map<String, String> environment = row.prepare(folder);
      Ran ran = Ran.in(folder, environment, row.words(), World.Terminal.NONE, row.stdin());
      String why = row.difference(folder, ran.exit(), ran.stdout(), ran.stderr());
      if (!why.isEmpty()) {
        differing.put(row.id(), why);
      }
    }
    System.out.printf(
        "recorded kubesec: %d of %d agree%n", lines.size() - differing.size(), lines.size());
    assertThat(lines).hasSize(425);
    Set<String> known =
        CaseLines.of("/agreement/kubesec-differs.txt").stream()
            .map(each -> each.substring(0, each.indexOf(':')))
            .collect(Collectors.toSet());
    assertThat(differing.keySet()).as("%s", text(differing)).isEqualTo(known);
  }

  @Test
  void itsOwnExamplesAgree(@TempDir Path temporary) throws Exception {
    Map<String, String> differing = new TreeMap<>();
    Path expected = Shared.path("conformance/kubesec/expected");
    Path schema = Files.writeString(temporary.resolve("any.json"), "{}");
    List<Path> assets;
    try (Stream<Path> files = Files.list(Shared.path("conformance/kubesec/assets"))) {
      assets = files.sorted().toList();
    }
    for (Path asset : assets) {
      String name = asset.getFileName().toString();
      Value wanted = Json.parse(name, Files.readAllBytes(expected.resolve(name + ".json")));
      Ran ran =
          Ran.in(
              Shared.path("conformance/kubesec/assets"),
              Map.of("SCHEMA_LOCATION", schema.toString()),
              List.of("kubesec", "scan", name));
      boolean same =
          wanted.get("reports").isPresent()
              ? RecordedScan.withoutReasons(Json.parse(name, ran.stdout()))
                  .equals(wanted.get("reports").get())
              : ran.stdout().equals(wanted.text("stdout"));
      if (!same || !wanted.get("exit").orElseThrow().equals(Value.of(ran.exit()))) {
        differing.put(name, ran.stdout());
      }
    }
    System.out.printf(
        "kubesec's examples: %d of %d agree%n", assets.size() - differing.size(), assets.size());
    assertThat(assets).hasSize(36);
    assertThat(differing).isEmpty();
  }

  private static String text(Map<String, String> differing) {
    return differing.entrySet().stream()
        .map(one -> one.getKey() + "\n" + one.getValue())
        .collect(Collectors.joining("\n\n"));
  }
}
