package dev.landwaiter.inventory.os.ubuntu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.testing.Trees;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UbuntuEsmTest {
  private static LayerInventory analyze(String text) {
    return Trees.analyze(
        List.of(new UbuntuEsm()), Trees.of(Map.of("var/lib/ubuntu-advantage/status.json", text)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"esm-infra, enabled, true", "esm-infra, disabled, false", "esm-apps, enabled, false"})
  void onlyTheEnabledInfrastructureServiceCounts(String name, String status, boolean extended) {
    LayerInventory inventory =
        analyze(
            "{\"services\": [{\"name\": \"livepatch\", \"status\": \"enabled\"}, {\"name\": \"%s\","
                    .formatted(name)
                + " \"status\": \"%s\"}]}".formatted(status));
    assertThat(inventory.systems().stream().anyMatch(OperatingSystem::extended))
        .isEqualTo(extended);
  }

  @Test
  void aFileThatIsNoJsonIsAProblem() {
    assertThat(analyze("services").problems()).hasSize(1);
    assertThat(analyze("[]").problems()).isEmpty();
  }
}
