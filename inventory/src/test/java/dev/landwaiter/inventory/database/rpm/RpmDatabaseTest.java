package dev.landwaiter.inventory.database.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.testing.Trees;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The expected lists were written by rpm itself (`rpm -qa --qf`); the blobs of the NDB file were
/// put into a SQLite file for that, as Debian's rpm does not read NDB.
class RpmDatabaseTest {
  private static final String FOLDER = "var/lib/rpm/";

  private static LayerInventory analyze(TreeFile... files) {
    return Trees.analyze(List.of(new RpmDatabase()), List.of(files));
  }

  private static TreeFile shared(String path) throws IOException {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return Trees.file(FOLDER + name, Files.readAllBytes(Shared.path("rpmdb/" + path)));
  }

  private static List<String> expected(String name) throws IOException {
    try (InputStream list =
        Objects.requireNonNull(RpmDatabaseTest.class.getResourceAsStream("/rpm/" + name))) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replace("(none)", ""))
          .sorted()
          .toList();
    }
  }

  private static String line(Package one) {
    String source =
        one.source().name().isEmpty()
            ? ""
            : String.join(
                    "-",
                    one.source().name(),
                    one.source().evr().version(),
                    one.source().evr().release())
                + ".src.rpm";
    return String.join(
        "|",
        one.name(),
        String.valueOf(one.evr().epoch()),
        one.evr().version(),
        one.evr().release(),
        one.arch().equals("None") ? "" : one.arch(),
        source,
        one.provenance().maintainer(),
        String.join("", one.licenses()),
        one.provenance().digest().replace("md5:", ""),
        one.provenance().modularityLabel(),
        String.valueOf(one.place().installedFiles().size()));
  }

  private static List<String> lines(LayerInventory inventory) {
    return inventory.databases().stream()
        .flatMap(database -> database.packages().stream())
        .map(RpmDatabaseTest::line)
        .sorted()
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "cbl-mariner-2.0/rpmdb.sqlite, cbl-mariner-2.0.txt, 129",
    "sle15-bci/Packages.db, sle15-bci.txt, 35",
    "libuuid/Packages, libuuid.txt, 1"
  })
  void readsEveryPackage(String database, String list, int count) throws IOException {
    LayerInventory inventory = analyze(shared(database));
    assertThat(lines(inventory)).hasSize(count).isEqualTo(expected(list));
    assertThat(inventory.problems()).isEmpty();
  }

  @Test
  void readsTheDatabaseOfAnImage() throws Exception {
    List<TreeFile> files =
        Trees.layers(Shared.path("images/almalinux-9-20220901-aarch64-micro.rootfs.tar.xz"))
            .getFirst();
    LayerInventory inventory = Trees.analyze(List.of(new RpmDatabase()), files);
    assertThat(lines(inventory)).hasSize(23).isEqualTo(expected("almalinux-9.txt"));
  }

  @Test
  void ofSeveralDatabasesInOneFolderTheNewestFormatCounts() throws IOException {
    LayerInventory inventory =
        analyze(shared("libuuid/Packages"), shared("cbl-mariner-2.0/rpmdb.sqlite"));
    assertThat(inventory.databases())
        .singleElement()
        .satisfies(database -> assertThat(database.path()).isEqualTo(FOLDER + "rpmdb.sqlite"));
  }

  @Test
  void whatStandsInTheLogOfTheDatabaseCounts(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("rpmdb.sqlite");
    Files.write(file, shared("cbl-mariner-2.0/rpmdb.sqlite").bytes());
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = connection.createStatement()) {
      sql.execute("PRAGMA journal_mode = WAL");
      sql.execute("PRAGMA wal_autocheckpoint = 0");
      sql.execute("DELETE FROM Packages WHERE hnum > (SELECT MIN(hnum) FROM Packages)");
      LayerInventory inventory =
          analyze(
              Trees.file(FOLDER + "rpmdb.sqlite", Files.readAllBytes(file)),
              Trees.file(
                  FOLDER + "rpmdb.sqlite-wal",
                  Files.readAllBytes(folder.resolve("rpmdb.sqlite-wal"))));
      assertThat(lines(inventory)).hasSize(1);
      assertThat(inventory.problems()).isEmpty();
    }
  }

  @Test
  void anUnreadableDatabaseIsAProblemAndTheNextOneIsRead() throws IOException {
    LayerInventory inventory =
        analyze(shared("libuuid/Packages"), Trees.file(FOLDER + "rpmdb.sqlite", "nothing"));
    assertThat(inventory.databases()).hasSize(1);
    assertThat(inventory.problems())
        .singleElement()
        .asString()
        .isEqualTo(
            FOLDER
                + "rpmdb.sqlite: the rpm database is damaged: it has none of the forms of an rpm"
                + " database");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"cbl-mariner-2.0/rpmdb.sqlite", "sle15-bci/Packages.db", "libuuid/Packages"})
  void damageIsAProblemAndNothingWorse(String database) throws IOException {
    TreeFile good = shared(database);
    var random = new Random(database.hashCode());
    int told = 0;
    for (int round = 0; round < 60; round++) {
      byte[] bad = good.bytes().clone();
      boolean cut = round % 5 == 0;
      if (cut) {
        bad = Arrays.copyOf(bad, random.nextInt(bad.length));
      }
      int flips = cut ? 0 : 1 << random.nextInt(12);
      for (int i = 0; i < flips; i++) {
        int at = random.nextInt(3) == 0 ? random.nextInt(4096) : random.nextInt(bad.length);
        bad[at] ^= (byte) (1 << random.nextInt(8));
      }
      LayerInventory inventory = analyze(Trees.file(good.path(), bad));
      told += inventory.problems().isEmpty() ? 0 : 1;
      assertThat(inventory.problems()).hasSizeLessThan(25);
    }
    assertThat(told).isGreaterThan(20);
  }
}
