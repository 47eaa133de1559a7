package dev.landwaiter.inventory.database.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.finding.Evr;
import dev.landwaiter.base.finding.Source;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.testing.Trees;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RpmManifestTest {
  @Test
  void tenFieldsDescribeAPackageAndFewerAreAProblem() {
    LayerInventory inventory =
        Trees.analyze(
            List.of(new RpmManifest()),
            Trees.of(
                Map.of(
                    "var/lib/rpmmanifest/container-manifest-2",
                    """
                    libgcc\t11.2.0-2.cm2\t1\t2\tMicrosoft Corporation\t(none)\t105704\tx86_64\t0\tgcc-11.2.0-2.cm2.src.rpm
                    tzdata\t2022a-1.cm2\t1\t2\t(none)\t(none)\t4\tnoarch\t3\ttzdata-2022a-1.cm2.src.rpm
                    broken\t1-1
                    """)));
    var packages = inventory.databases().getFirst().packages();
    assertThat(packages)
        .extracting(p -> p.id())
        .containsExactly("libgcc@11.2.0-2.cm2.x86_64", "tzdata@2022a-1.cm2.noarch");
    assertThat(packages.getFirst().source())
        .isEqualTo(new Source("gcc", new Evr(0, "11.2.0", "2.cm2")));
    assertThat(packages.getFirst().provenance().maintainer()).isEqualTo("Microsoft Corporation");
    assertThat(packages.getLast().evr()).isEqualTo(new Evr(3, "2022a", "1.cm2"));
    assertThat(inventory.problems())
        .singleElement()
        .asString()
        .contains("container-manifest-2:3:1: the line does not describe a package");
  }
}
