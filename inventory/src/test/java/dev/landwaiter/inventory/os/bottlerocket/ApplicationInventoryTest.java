package dev.landwaiter.inventory.os.bottlerocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.finding.Package;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.testing.Trees;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplicationInventoryTest {
  private static final String PATH =
      "x86_64-bottlerocket-linux-gnu/sys-root/usr/share/bottlerocket/application-inventory.json";

  @Test
  void everyApplicationIsAPackage() {
    LayerInventory inventory =
        Trees.analyze(
            List.of(new ApplicationInventory()),
            Trees.of(
                Map.of(
                    PATH,
                    """
                    {"Content": [
                      {"Name": "kernel", "Publisher": "Bottlerocket", "Version": "6.1.90",
                       "Release": "1.br1", "Epoch": "", "Architecture": "x86_64"},
                      {"Name": "host-ctr", "Version": "0.0", "Release": "", "Epoch": "2"},
                      {"Name": "odd", "Version": "1", "Epoch": "x"}
                    ]}
                    """)));
    assertThat(inventory.databases().getFirst().packages())
        .extracting(Package::id)
        .containsExactly("kernel@6.1.90-1.br1", "host-ctr@2:0.0");
    assertThat(inventory.problems())
        .singleElement()
        .asString()
        .contains("the epoch of odd is no number: x");
  }
}
