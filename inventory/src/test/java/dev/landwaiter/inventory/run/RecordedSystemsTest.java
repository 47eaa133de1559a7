package dev.landwaiter.inventory.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.finding.Layer;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.inventory.Inventory;
import dev.landwaiter.inventory.LayerRecord;
import dev.landwaiter.inventory.testing.Trees;
import dev.landwaiter.testing.Shared;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The recorded runs over small root file systems: the system and the hash of every package.
class RecordedSystemsTest {
  private static Value recorded(String id) throws Exception {
    for (String line : Files.readAllLines(Shared.path("conformance/trivy/lockfiles.jsonl"))) {
      Value one = Json.parse(id, line);
      if (one.text("id").equals(id)) {
        return one;
      }
    }
    throw new AssertionError("no recorded run " + id);
  }

  private static Inventory scan(Value run) {
    Map<String, String> files = new TreeMap<>();
    run.get("files")
        .orElseThrow()
        .members()
        .forEach((path, text) -> files.put(path.asText(), text.asText()));
    List<TreeFile> tree = Trees.of(files);
    var layer =
        new LayerRecord(Layer.NONE, List.of(), List.of(), Trees.analyze(Analyzers.ALL, tree));
    return Merge.of(List.of(layer), new Merge.Options(true, Optional.empty()));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"lock-os-alpine", "lock-os-alpine-repos", "lock-os-eol"})
  void systemAndHashesAgree(String id) throws Exception {
    Value run = recorded(id);
    Value report = Json.parse(id, run.text("stdout"));
    Value system = report.get("Metadata").flatMap(m -> m.get("OS")).orElseThrow();
    Inventory inventory = scan(run);
    assertThat(inventory.os().family()).isEqualTo(system.text("Family"));
    assertThat(inventory.os().name()).isEqualTo(system.text("Name"));
    List<String> expected =
        report
            .get("Results")
            .orElseThrow()
            .elements()
            .getFirst()
            .get("Packages")
            .orElseThrow()
            .elements()
            .stream()
            .map(p -> p.text("ID") + " " + p.get("Identifier").orElseThrow().text("UID"))
            .toList();
    assertThat(inventory.packages())
        .extracting(p -> p.id() + " " + p.identifier().uid())
        .isNotEmpty()
        .isEqualTo(expected);
  }

  @Test
  void debianWithoutItsOwnFileIsStillDebian() throws Exception {
    Inventory inventory = scan(recorded("lock-os-debian-noversion"));
    assertThat(inventory.os().family()).isEqualTo("debian");
    assertThat(inventory.os().name()).isEqualTo("12");
    assertThat(inventory.packages())
        .extracting(Package::id)
        .containsExactly(
            "libc6@2.36-9+deb12u3", "libssl3@3.0.11-1~deb12u1", "withsrcver@2:1.0-1+b1");
  }
}
