package dev.landwaiter.inventory.lang.rust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.testing.Trees;
import java.util.List;
import org.junit.jupiter.api.Test;

class CargoLockTest {
  private static LayerInventory read(String path, String text) {
    return Trees.analyze(List.of(new CargoLock()), List.of(Trees.file(path, text)));
  }

  private static List<String> packages(String text) {
    return read("app/Cargo.lock", text).applications().stream()
        .flatMap(each -> each.packages().stream())
        .map(CargoLockTest::line)
        .toList();
  }

  private static String line(Package one) {
    String lines =
        String.join(
            ",", one.place().locations().stream().map(l -> l.start() + "-" + l.end()).toList());
    return one.id() + " " + lines + " " + String.join(",", one.relations().dependsOn());
  }

  @Test
  void packagesWithLinesAndEdges() {
    assertThat(
            packages(
                """
                # made by cargo
                version = 3

                [[package]]
                name = "app"
                version = "0.1.0"
                dependencies = [
                 "rand",
                 "log 0.3.9 (registry+https://example.test/index)",
                ]

                [[package]]
                name = "log"
                version = "0.3.9"

                [[package]]
                name = "rand"
                version = "0.8.5"
                dependencies = ["log 0.3.9"]
                """))
        .containsExactly(
            "app@0.1.0 4-10 log@0.3.9,rand@0.8.5",
            "log@0.3.9 12-14 ",
            "rand@0.8.5 16-19 log@0.3.9");
  }

  @Test
  void aNameWithoutVersionMeansTheLastOfThatName() {
    assertThat(
            packages(
                """
                [[package]]
                name = "app"
                version = "1.0.0"
                dependencies = ["log", "absent"]
                [[package]]
                name = "log"
                version = "0.3.9"
                [[package]]
                name = "log"
                version = "0.4.1"
                [metadata]
                "checksum log" = "x"
                """))
        .containsExactly("app@1.0.0 1-4 log@0.4.1", "log@0.3.9 5-7 ", "log@0.4.1 8-10 ");
  }

  @Test
  void theSamePackageOfTwoSourcesIsOneWithBothPlaces() {
    assertThat(
            packages(
                """
                [[package]]
                name = "log"
                version = "0.4.1"
                source = "a"

                [[package]]
                name = "log"
                version = "0.4.1"
                source = "b"

                [[package]]
                version = "1.0.0"
                """))
        .containsExactly("log@0.4.1 1-4,6-9 ");
  }

  @Test
  void whatIsNoTomlIsAProblemOfTheFile() {
    LayerInventory found = read("app/Cargo.lock", "[[package]\nname = \"a\"");
    assertThat(found.applications()).isEmpty();
    assertThat(found.problems()).singleElement().asString().contains("app/Cargo.lock");
  }

  @Test
  void onlyThisNameIsWanted() {
    assertThat(new CargoLock().wants(Trees.file("a/Cargo.lock", "").entry())).isTrue();
    assertThat(new CargoLock().wants(Trees.file("a/Cargo.toml", "").entry())).isFalse();
    assertThat(read("Cargo.lock", "version = 3").applications()).isEmpty();
    assertThat(read("Cargo.lock", "[[package]]\nname = \"a\"\nversion = \"1.0.0\"").applications())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.type()).isEqualTo(LanguageType.CARGO);
          assertThat(found.filePath()).isEqualTo("Cargo.lock");
        });
  }
}
