package dev.landwaiter.inventory.lang.conda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.testing.Trees;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CondaPackageTest {
  @ParameterizedTest
  @CsvSource({
    "opt/conda/envs/e/conda-meta/a-1-0.json, true",
    "envs/e/conda-meta/a.json, true",
    "opt/conda/conda-meta/a-1-0.json, false",
    "opt/envs/conda-meta/a.json, false",
    "opt/conda/envs/e/conda-meta/history, false",
    "opt/conda/envs/e/conda-meta/x/a.json, false"
  })
  void recordsOfEnvironments(String path, boolean wanted) {
    assertThat(new CondaPackage().wants(new FileEntry(path, 1, 0644))).isEqualTo(wanted);
  }

  private static LayerInventory read(String text) {
    return Trees.analyze(
        List.of(new CondaPackage()), Trees.of(Map.of("envs/e/conda-meta/a.json", text)));
  }

  @Test
  void nameVersionAndLicence() {
    Package one =
        read("{\"name\": \"a\", \"version\": \"1.1.1q\", \"license\": \"apache 2\"}")
            .applications()
            .getFirst()
            .packages()
            .getFirst();
    assertThat(one.name()).isEqualTo("a");
    assertThat(one.version()).isEqualTo("1.1.1q");
    assertThat(one.licenses()).containsExactly("Apache-2.0");
    assertThat(one.filePath()).isEqualTo("envs/e/conda-meta/a.json");
  }

  @Test
  void withoutNameOrVersionThereIsNoPackage() {
    assertThat(read("{\"name\": \"a\"}").applications()).isEmpty();
    assertThat(read("{\"version\": \"1\"}").applications()).isEmpty();
    assertThat(read("[]").applications()).isEmpty();
    assertThat(read("{").problems()).hasSize(1);
  }
}
