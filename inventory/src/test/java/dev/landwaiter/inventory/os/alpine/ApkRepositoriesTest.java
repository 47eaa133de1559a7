package dev.landwaiter.inventory.os.alpine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.Repository;
import dev.landwaiter.inventory.testing.Trees;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApkRepositoriesTest {
  private static LayerInventory analyze(String text) {
    return Trees.analyze(
        List.of(new ApkRepositories()), Trees.of(Map.of("etc/apk/repositories", text)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://mirror.example.test/alpine/v3.18/main, 3.18",
    "http://mirror.example.test/alpine/edge/main, edge",
    "ftp://mirror.example.test/alpine/v3.9/main;https://m.example.test/alpine/v3.10/main, 3.10",
    "https://m.example.test/alpine/v3.9/main;https://m.example.test/alpine/edge/testing, edge",
    "https://m.example.test/alpine/v3.9/main;#https://m.example.test/alpine/edge/testing, 3.9",
    "@testing https://mirror.example.test/alpine/edge/testing, edge",
    "https://mirror.example.test/mirrors/alpine/v3.18/community, 3.18",
    "https://mirror.example.test/alpine/latest-stable/main, ''",
    "https://mirror.example.test/alpine/v3.18, ''",
    "/media/cdrom/apks, ''",
    "https://mirror.example.test/wolfi/v1/main, ''"
  })
  void theNewestReleaseCounts(String lines, String release) {
    LayerInventory inventory = analyze(lines.replace(';', '\n'));
    assertThat(inventory.repository().map(Repository::release).orElse("")).isEqualTo(release);
    assertThat(inventory.problems()).isEmpty();
  }

  @Test
  void twoFamiliesAreAProblem() {
    LayerInventory inventory =
        analyze("https://m.example.test/alpine/v3.9/main\nhttps://m.example.test/other/v1/main\n");
    assertThat(inventory.repository()).isEmpty();
    assertThat(inventory.problems())
        .singleElement()
        .asString()
        .contains("belong to different distributions");
  }
}
