package dev.landwaiter.inventory.os.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.inventory.testing.Trees;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RapidFortTest {
  @Test
  void theFileAloneNamesTheSupplier() {
    assertThat(
            Trees.analyze(
                    List.of(new RapidFort()),
                    Trees.of(Map.of("usr/share/rapidfort/curated.json", "")))
                .systems())
        .extracting(OperatingSystem::supplier)
        .containsExactly("rapidfort");
  }
}
