package dev.landwaiter.scan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.finding.Exploitation;
import dev.landwaiter.vulnerability.DatabaseException;
import dev.landwaiter.vulnerability.FactSink;
import dev.landwaiter.vulnerability.build.FeedFacts;
import dev.landwaiter.vulnerability.store.IndexDatabase;
import dev.landwaiter.vulnerability.store.IndexSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseBuildTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final Instant CHANGED = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir Path folder;

  private Path system() throws IOException {
    Path root = folder.resolve("system");
    Path status = Files.createDirectories(root.resolve("var/lib/dpkg")).resolve("status");
    Files.writeString(
        status,
        """
        Package: libfoo1
        Status: install ok installed
        Source: foo
        Version: 1.0-2

        Package: vendor-tool
        Status: install ok installed
        Version: 5

        Package: gone
        Status: deinstall ok config-files
        Version: 1

        Package: ../escape
        Status: install ok installed
        Version: 1
        """);
    Files.setLastModifiedTime(status, FileTime.from(CHANGED));
    changelog(
        root,
        "libfoo1",
        TestMirror.changelog("foo", "bookworm-security", "1.0-2", "Fix CVE-2024-0001"));
    changelog(
        root,
        "vendor-tool",
        TestMirror.changelog("vendor-tool", "bookworm-pgdg", "5", "Fix CVE-2024-0002"));
    changelog(root, "gone", TestMirror.changelog("gone", "unstable", "1", "Fix CVE-2024-0003"));
    changelog(root, "../escape", TestMirror.changelog("escape", "unstable", "1", "Fix CVE-2024-4"));
    return root;
  }

  private static void changelog(Path root, String name, String text) throws IOException {
    Path doc = Files.createDirectories(root.resolve("usr/share/doc").resolve(name));
    Files.write(
        doc.resolve("changelog.Debian.gz"), TestMirror.gzip(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void buildsFromInstalledChangelogsAndLeavesOutWhatCannotBeReached() throws IOException {
    Path target = folder.resolve("out/built.idx");
    var unreachable =
        new DebianSecurity(
            new FolderArchive(folder.resolve("nowhere")),
            DebianRelease.BULLSEYE,
            folder.resolve("cache"),
            FetchLimits.DEFAULT,
            _ -> {});

    var info =
        new DatabaseBuild(NOW)
            .build(
                List.of(new InstalledChangelogs(system(), DebianRelease.BOOKWORM), unreachable),
                target)
            .info();

    assertThat(info).isEqualTo(IndexDatabase.info(target));
    assertThat(info.created()).isEqualTo(NOW);
    assertThat(info.sources())
        .containsExactly(new IndexSource("debian-installed:bookworm", CHANGED, 1));
    assertThat(info.notes())
        .containsExactly(
            "debian-installed:bookworm: no changelog of Debian for 2 installed source packages:"
                + " ../escape, vendor-tool",
            "debian-security:bullseye was left out: "
                + "dists/bullseye-security/InRelease does not exist");
    try (var database = IndexDatabase.open(target)) {
      assertThat(database.buckets()).containsExactly("debian 12");
      assertThat(database.advisories("debian 12", "foo").values())
          .singleElement()
          .satisfies(advisory -> {
            assertThat(advisory.vulnerabilityId()).isEqualTo("CVE-2024-0001");
            assertThat(advisory.fixedVersion()).isEqualTo("1.0-2");
            assertThat(advisory.dataSource().id()).isEqualTo("debian-changelog");
          });
    }
  }

  @Test
  void aBuiltIndexIsASourceAgain() throws IOException {
    Path first = folder.resolve("first.idx");
    Path second = folder.resolve("second.idx");
    new DatabaseBuild(NOW)
        .build(List.of(new InstalledChangelogs(system(), DebianRelease.BOOKWORM)), first);

    var info = new DatabaseBuild(NOW).build(List.of(new StoredFacts(first)), second).info();

    assertThat(info.sources()).containsExactly(new IndexSource(first.toString(), NOW, 2));
  }

  /// Ratings of vulnerabilities that no advisory is about must not replace a database.
  @Test
  void nothingIsWrittenWhenNothingWouldBeInIt() throws IOException {
    Path target = Files.writeString(folder.resolve("built.idx"), "an older one");
    var ratings =
        new FactSource() {
          @Override
          public String name() {
            return "kev";
          }

          @Override
          public SourceSummary read(FactSink sink) {
            var facts = new FeedFacts(sink);
            facts.exploited("CVE-2026-0001", new Exploitation("2026-01-01", "", false));
            return new SourceSummary(NOW, 1, List.of());
          }
        };
    assertThatThrownBy(() -> new DatabaseBuild(NOW).build(List.of(ratings), target))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("nothing would be in it");
    assertThat(target).hasContent("an older one");
  }

  @Test
  void nothingIsWrittenWhenNoSourceGaveAnything() {
    Path target = folder.resolve("built.idx");
    var nothing = new StoredFacts(folder.resolve("none.idx"));
    assertThatThrownBy(() -> new DatabaseBuild(NOW).build(List.of(nothing), target))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("none.idx was left out");
    assertThat(target).doesNotExist();
  }

  @Test
  void theCachesDatabaseIsChosenBeforeTheBuiltInOneAndSaidAloud() throws IOException {
    Path cache = folder.resolve("cache");
    var source = new InstalledChangelogs(system(), DebianRelease.BOOKWORM);
    new DatabaseBuild(NOW.minusSeconds(9)).build(List.of(source), cache.resolve("index/z.idx"));
    new DatabaseBuild(NOW).build(List.of(source), cache.resolve("index/a.idx"));

    var choice =
        DatabaseChoice.choose(Optional.empty(), cache, Instant.parse("2026-12-05T12:00:00Z"));
    try (var database = choice.database()) {
      assertThat(choice.sentence())
          .isEqualTo(
              "Judged by the index "
                  + cache.resolve("index/a.idx")
                  + " of 2026-11-25, 10 days old (stale); it knows only debian 12.");
      assertThat(choice.stale()).isTrue();
      assertThat(choice.doubt("debian 12")).isEmpty();
      assertThat(choice.doubt("alpine 3.20"))
          .contains("The database has no advisories for alpine 3.20: nothing was judged by it.");
      assertThat(database.info().kind()).isEqualTo("index");
    }

    Files.createDirectories(cache.resolve("db"));
    Files.writeString(cache.resolve("db/trivy.db"), "damaged");
    assertThatThrownBy(() -> DatabaseChoice.choose(Optional.empty(), cache, NOW))
        .as("a damaged database is never passed over")
        .isInstanceOf(DatabaseException.class);
    try (var named =
        DatabaseChoice.choose(Optional.of(cache.resolve("index/z.idx")), cache, NOW).database()) {
      assertThat(named.info().location()).endsWith("z.idx");
    }
  }

  @Test
  void withoutAnyOtherTheBuiltInDatabaseJudges() {
    var choice = DatabaseChoice.choose(Optional.empty(), folder.resolve("none"), NOW);
    try (var database = choice.database()) {
      assertThat(database.info().kind()).isEqualTo("embedded");
      assertThat(choice.sentence())
          .startsWith("Judged by the built-in database of 2")
          .contains("; it knows only debian 11, debian 12, debian 13.");
    }
  }
}
