package dev.landwaiter.inventory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.BuildInfo;
import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.Layer;
import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Place;
import dev.landwaiter.base.finding.Relations;
import dev.landwaiter.base.finding.Relationship;
import dev.landwaiter.inventory.Inventory;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.LayerRecord;
import dev.landwaiter.inventory.PackageDatabase;
import dev.landwaiter.inventory.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeTest {
  /// A layer being described.
  private static final class Described {
    private final List<OperatingSystem> systems = new ArrayList<>();
    private Optional<Repository> repository = Optional.empty();
    private final List<PackageDatabase> databases = new ArrayList<>();
    private final List<Application> applications = new ArrayList<>();
    private final Map<String, List<String>> licenses = new TreeMap<>();
    private final List<String> whiteouts = new ArrayList<>();
    private final List<String> opaque = new ArrayList<>();

    Described system(String family, String name) {
      systems.add(OperatingSystem.of(family, name));
      return this;
    }

    Described repository(String family, String release) {
      repository = Optional.of(new Repository(family, release));
      return this;
    }

    Described database(String path, Package... packages) {
      databases.add(new PackageDatabase(path, List.of(packages)));
      return this;
    }

    Described application(LanguageType type, String path, Package... packages) {
      applications.add(new Application(type, path, List.of(packages)));
      return this;
    }

    Described license(String name, String license) {
      licenses.put(name, List.of(license));
      return this;
    }

    Described whiteout(String path) {
      whiteouts.add(path);
      return this;
    }

    Described opaque(String path) {
      opaque.add(path);
      return this;
    }

    LayerRecord at(int index) {
      return new LayerRecord(
          new Layer(0, "", "sha256:" + index, ""),
          opaque,
          whiteouts,
          new LayerInventory(
              systems,
              repository,
              databases,
              applications,
              Set.of(),
              licenses,
              BuildInfo.NONE,
              List.of()));
    }
  }

  private static Inventory merged(Described... layers) {
    List<LayerRecord> records = new ArrayList<>();
    for (Described layer : layers) {
      records.add(layer.at(records.size()));
    }
    return Merge.of(records, new Merge.Options(true, Optional.empty()));
  }

  private static Package pkg(String name, String version) {
    return Package.language("", name, version, List.of(), "test");
  }

  private static List<String> applications(Inventory inventory) {
    return inventory.applications().stream()
        .map(a -> a.type().id() + " " + a.filePath() + " " + names(a.packages()))
        .toList();
  }

  private static List<String> names(List<Package> packages) {
    return packages.stream().map(p -> p.name() + "@" + p.version()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "app/Cargo.lock, true",
    "app, true",
    "app/Cargo.loc, false",
    "app/Cargo.lock2, false",
    "ap, false",
    "app/Cargo, false",
    "lib, false"
  })
  void aWhiteoutHidesAPathAndAllBelowIt(String whiteout, boolean hidden) {
    Inventory inventory =
        merged(
            new Described()
                .application(LanguageType.CARGO, "app/Cargo.lock", pkg("a", "1"))
                .application(LanguageType.NPM, "app/Cargo.lock", pkg("b", "1")),
            new Described().whiteout(whiteout));
    assertThat(inventory.applications()).hasSize(hidden ? 0 : 2);
  }

  @Test
  void theRootMadeOpaqueHidesEverythingBelow() {
    Inventory inventory =
        merged(
            new Described()
                .database("lib/apk/db/installed", pkg("musl", "1"))
                .application(LanguageType.CARGO, "Cargo.lock", pkg("a", "1"))
                .license("musl", "MIT"),
            new Described().opaque("").database("lib/apk/db/installed", pkg("musl", "2")));
    assertThat(names(inventory.packages())).containsExactly("musl@2");
    assertThat(inventory.packages().getFirst().licenses()).isEmpty();
    assertThat(inventory.applications()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "usr/share/doc/zlib/copyright, false",
    "usr/share/doc/zlib, false",
    "usr/share/doc, false",
    "usr, false",
    "usr/share/doc/zli, true",
    "usr/share/doc/zlib/changelog, true",
    "usr/share/document, true"
  })
  void licencesGoWithTheirFile(String whiteout, boolean kept) {
    Inventory inventory =
        merged(
            new Described()
                .database("var/lib/dpkg/status", pkg("zlib", "1"))
                .license("zlib", "Zlib"),
            new Described().whiteout(whiteout));
    assertThat(inventory.packages().getFirst().licenses())
        .isEqualTo(kept ? List.of("Zlib") : List.of());
  }

  @Test
  void anUpperLayerReplacesWhatHasTheSamePathAndType() {
    Inventory inventory =
        merged(
            new Described()
                .application(LanguageType.CARGO, "a/Cargo.lock", pkg("a", "1"), pkg("old", "1"))
                .application(LanguageType.CARGO, "b/Cargo.lock", pkg("b", "1")),
            new Described().application(LanguageType.CARGO, "a/Cargo.lock", pkg("a", "2")));
    assertThat(applications(inventory))
        .containsExactly("cargo a/Cargo.lock [a@2]", "cargo b/Cargo.lock [b@1]");
  }

  @Test
  void packagesThatLieOneByOneBecomeOneApplication() {
    Package one = pkg("x", "1").withPlace(Place.file("a/package.json"));
    Package same = pkg("x", "1").withPlace(Place.file("b/package.json"));
    Inventory inventory =
        merged(
            new Described().application(LanguageType.NODE_PKG, "a/package.json", one),
            new Described().application(LanguageType.NODE_PKG, "b/package.json", same));
    assertThat(applications(inventory)).containsExactly("node-pkg  [x@1, x@1]");
    assertThat(inventory.applications().getFirst().packages())
        .extracting(Package::filePath, pkg -> pkg.layer().diffId())
        .containsExactly(tuple("a/package.json", "sha256:0"), tuple("b/package.json", "sha256:1"));
  }

  @Test
  void packagesAreSortedByRelationshipThenNameThenVersion() {
    Inventory inventory =
        merged(
            new Described()
                .application(
                    LanguageType.CARGO,
                    "Cargo.lock",
                    pkg("b", "2"),
                    pkg("b", "1"),
                    pkg("a", "1").withRelations(Relations.of(Relationship.INDIRECT)),
                    pkg("z", "1").withRelations(Relations.of(Relationship.ROOT)),
                    pkg("y", "1").withRelations(Relations.of(Relationship.DIRECT)),
                    pkg("x", "1").withRelations(Relations.of(Relationship.WORKSPACE))));
    assertThat(names(inventory.applications().getFirst().packages()))
        .containsExactly("z@1", "x@1", "y@1", "a@1", "b@1", "b@2");
  }

  @ParameterizedTest
  @CsvSource({
    "debian, 12, ubuntu, 24.04, ubuntu, 24.04",
    "redhat, 9, rocky, 9.3, rocky, 9.3",
    "ubuntu, 24.04, debian, 12, ubuntu, 24.04",
    "alpine, '', alpine, 3.20.3, alpine, 3.20.3",
    "alpine, 3.20.3, wolfi, 1, alpine, 3.20.3",
    "'', '', 'Debian GNU/Linux', 12, debian, 12"
  })
  void systemsOfSeveralLayersAreJoined(
      String family, String name, String next, String nextName, String wanted, String wantedName) {
    Inventory inventory =
        merged(new Described().system(family, name), new Described().system(next, nextName));
    assertThat(inventory.os()).isEqualTo(OperatingSystem.of(wanted, wantedName));
  }

  @Test
  void withoutASystemTheRepositoryTellsIt() {
    Inventory inventory = merged(new Described().repository("alpine", "3.20"));
    assertThat(inventory.os()).isEqualTo(OperatingSystem.of("alpine", "3.20"));
  }

  @Test
  void packagesWithoutASystemAreOfNone() {
    assertThat(merged(new Described().database("var/lib/dpkg/status", pkg("a", "1"))).os())
        .isEqualTo(OperatingSystem.of("none", ""));
    assertThat(merged(new Described()).os()).isEqualTo(OperatingSystem.NONE);
  }

  @Test
  void theUserKnowsBetter() {
    var records =
        List.of(new Described().system("alpine", "3.20").repository("alpine", "edge").at(0));
    var given = OperatingSystem.of("debian", "12");
    Inventory inventory = Merge.of(records, new Merge.Options(true, Optional.of(given)));
    assertThat(inventory.os()).isEqualTo(given);
    assertThat(inventory.repository()).isEmpty();
  }

  @Test
  void aMillionWhiteoutsOverManyFilesStayCheap() {
    var base = new Described();
    var upper = new Described();
    for (int i = 0; i < 20_000; i++) {
      base.application(LanguageType.CARGO, "d" + i + "/Cargo.lock", pkg("a" + i, "1"));
    }
    for (int i = 0; i < 1_000_000; i++) {
      upper.whiteout("d" + i);
    }
    assertThat(merged(base, upper).applications()).isEmpty();
  }
}
