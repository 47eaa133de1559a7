package dev.landwaiter.inventory.lang.dotnet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.LineRange;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Relationship;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.testing.Trees;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackagesLockTest {
  private static LayerInventory read(String text) {
    return Trees.analyze(
        List.of(new PackagesLock()), Trees.of(Map.of("app/packages.lock.json", text)));
  }

  @Test
  void frameworksAreJoinedAndDirectWins() {
    Application application =
        read("""
        {"version": 1, "dependencies": {
          "net8.0": {
            "A": {"type": "Transitive", "resolved": "1.0", "dependencies": {"B": "[2.0, )"}},
            "B": {"type": "Transitive", "resolved": "2.1"},
            "Mine": {"type": "Project", "dependencies": {"A": "1.0"}}
          },
          "net48": {
            "A": {"type": "Direct", "resolved": "1.0", "dependencies": {"C": "1.0"}},
            "C": {"type": "CentralTransitive", "resolved": "1.5"}
          }
        }}
        """)
            .applications()
            .getFirst();
    assertThat(application.type()).isEqualTo(LanguageType.NUGET);
    assertThat(application.packages())
        .extracting(Package::id)
        .containsExactly("A@1.0", "B@2.1", "C@1.5");
    Package a = application.packages().getFirst();
    assertThat(a.relations().relationship()).isEqualTo(Relationship.DIRECT);
    assertThat(a.relations().dependsOn()).containsExactly("B@2.1", "C@1.5");
    assertThat(a.place().locations()).containsExactly(new LineRange(3, 3), new LineRange(8, 8));
    assertThat(application.packages().getLast().relations().relationship())
        .isEqualTo(Relationship.INDIRECT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "{\"dependencies\": []}",
        "{\"dependencies\": {\"net8.0\": [1]}}",
        "{\"dependencies\": {\"net8.0\": {\"A\": \"1.0\", \"B\": {\"resolved\": 7}}}}"
      })
  void otherShapesHoldNothing(String text) {
    assertThat(read(text).applications()).isEmpty();
    assertThat(read(text).problems()).isEmpty();
  }

  @Test
  void whatIsNoJsonIsAProblem() {
    assertThat(read("{").problems()).hasSize(1);
  }
}
