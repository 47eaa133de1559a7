package dev.landwaiter.inventory.lang.php;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.testing.Trees;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the recorded cases of `RecordedCasesTest` do not show.
class InstalledJsonTest {
  private static LayerInventory read(String text) {
    return Trees.analyze(
        List.of(new InstalledJson()), Trees.of(Map.of("vendor/composer/installed.json", text)));
  }

  @Test
  void theFirstEntryOfANameWinsAndThePlatformIsNoPackage() {
    Application application =
        read("""
        {"packages": [
          {"name": "a/a", "version": "v1", "license": ["apache 2"],
           "require": {"php": "8", "ext-json": "*", "b/b": "^2", "gone/gone": "1"}},
          {"name": "b/b", "version": "2"},
          {"name": "b/b", "version": "3"},
          {"name": "c/c"},
          {"version": "1"}
        ]}
        """)
            .applications()
            .getFirst();
    assertThat(application.packages()).extracting(Package::id).containsExactly("a/a@v1", "b/b@2");
    assertThat(application.packages().getFirst().relations().dependsOn()).containsExactly("b/b@2");
    assertThat(application.packages().getFirst().licenses()).containsExactly("Apache-2.0");
  }

  @Test
  void theListOfComposer1IsSpokenOf() {
    LayerInventory found = read("[{\"name\": \"a/a\", \"version\": \"1\"}]");
    assertThat(found.applications()).isEmpty();
    assertThat(found.problems()).singleElement().asString().contains("Composer 1");
  }

  @Test
  void whatIsNoJsonIsAProblem() {
    assertThat(read("{").problems()).hasSize(1);
    assertThat(read("{\"packages\": {}}").applications()).isEmpty();
  }
}
