package dev.landwaiter.inventory.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.Distribution;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.os.release.ReleaseFiles;
import dev.landwaiter.inventory.testing.Trees;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The cases stand in `systems/cases.txt`: a title, the merged system, and the release files.
class DistributionsTest {
  record Case(String title, String system, List<TreeFile> files) {
    @Override
    public String toString() {
      return title;
    }
  }

  static List<Case> cases() throws Exception {
    try (InputStream text =
        Objects.requireNonNull(DistributionsTest.class.getResourceAsStream("/systems/cases.txt"))) {
      String[] blocks =
          new String(text.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^=== ", -1);
      return Stream.of(blocks).skip(1).map(DistributionsTest::parse).toList();
    }
  }

  private static Case parse(String block) {
    String[] parts = block.split("(?m)^--- ", -1);
    List<String> head = parts[0].lines().toList();
    List<TreeFile> files = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      int end = parts[i].indexOf('\n');
      files.add(Trees.file(parts[i].substring(0, end), parts[i].substring(end + 1)));
    }
    return new Case(head.get(0), head.get(1), files);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theReleaseFilesNameTheSystem(Case example) {
    LayerInventory layer =
        Trees.analyze(List.of(new ReleaseFiles(Distributions.ALL)), example.files);
    OperatingSystem merged = OperatingSystem.NONE;
    for (OperatingSystem next : layer.systems()) {
      merged = SystemMerge.join(merged, next);
    }
    assertThat((merged.family() + " " + merged.name()).strip())
        .isEqualTo(example.system.replace("nothing", ""));
    assertThat(layer.problems()).isEmpty();
  }

  @Test
  void everyFamilyHasACase() throws Exception {
    String systems = cases().stream().map(Case::system).collect(Collectors.joining("\n"));
    assertThat(Distributions.ALL)
        .allSatisfy(distribution -> assertThat(systems).contains(distribution.family() + " "));
  }

  @Test
  void familiesAndIdsAreUnique() {
    assertThat(Distributions.ALL).extracting(Distribution::family).doesNotHaveDuplicates();
    assertThat(Distributions.ALL.stream().flatMap(d -> d.ids().stream())).doesNotHaveDuplicates();
  }
}
