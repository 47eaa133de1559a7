package dev.landwaiter.inventory.database.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.inventory.database.DatabaseException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// SQLite itself is the judge.
class SqliteFileTest {
  private static final MemorySegment NO_LOG = MemorySegment.ofArray(new byte[0]);

  @TempDir Path folder;

  private static void fill(Statement sql, int rows, long seed) throws Exception {
    var random = new Random(seed);
    sql.execute(
        "CREATE TABLE things(id INTEGER PRIMARY KEY, name TEXT, size INTEGER, part REAL, body"
            + " BLOB)");
    sql.execute("CREATE INDEX by_body ON things(body)");
    sql.execute("CREATE INDEX by_name ON things(name, size)");
    try (var insert =
        sql.getConnection()
            .prepareStatement("INSERT INTO things(name, size, part, body) VALUES (?, ?, ?, ?)")) {
      for (int i = 0; i < rows; i++) {
        insert.setString(1, "näme" + random.nextInt(rows / 3 + 1));
        if (i % 7 != 0) {
          insert.setLong(2, random.nextLong() >> random.nextInt(64));
        } else {
          insert.setObject(2, null);
        }
        insert.setDouble(3, random.nextDouble());
        var body = new byte[i % 50 == 0 ? random.nextInt(90_000) : 20];
        random.nextBytes(body);
        insert.setBytes(4, body);
        insert.execute();
      }
    }
  }

  private Connection connect(Path file) throws Exception {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private static MemorySegment read(Path file) throws Exception {
    return MemorySegment.ofArray(Files.readAllBytes(file));
  }

  private static List<String> expected(Statement sql) throws Exception {
    List<String> rows = new ArrayList<>();
    try (ResultSet all = sql.executeQuery("SELECT id, name, size, part, body FROM things")) {
      while (all.next()) {
        rows.add(
            String.join(
                "|",
                all.getString(1),
                all.getString(2),
                String.valueOf(all.getLong(3)),
                String.valueOf(all.getDouble(4)),
                String.valueOf(Arrays.hashCode(all.getBytes(5)))));
      }
    }
    return rows;
  }

  private static String line(Row row) {
    double part =
        switch (row.cell(3)) {
          case Cell.Real real -> real.value();
          case Cell.Whole whole -> whole.value();
          case Cell.Null _ -> 0;
          case Cell.Text _, Cell.Blob _ -> Double.NaN;
        };
    return String.join(
        "|",
        String.valueOf(row.rowid()),
        row.cell(1).text(),
        String.valueOf(row.cell(2).number()),
        String.valueOf(part),
        String.valueOf(Arrays.hashCode(row.cell(4).bytes())));
  }

  private static List<String> scan(SqliteFile file) throws DatabaseException {
    List<String> rows = new ArrayList<>();
    file.scan("things", row -> rows.add(line(row)));
    return rows;
  }

  @ParameterizedTest(name = "page size {0}")
  @ValueSource(ints = {512, 1024, 4096, 65536})
  void readsEveryRowOfEveryPageSize(int pageSize) throws Exception {
    Path path = folder.resolve("p" + pageSize);
    try (Connection connection = connect(path);
        Statement sql = connection.createStatement()) {
      sql.execute("PRAGMA page_size = " + pageSize);
      connection.setAutoCommit(false);
      fill(sql, 2000, pageSize);
      connection.commit();
      SqliteFile file = SqliteFile.open(read(path), NO_LOG);
      List<String> expected = expected(sql);
      assertThat(expected).hasSize(2000);
      assertThat(scan(file)).isEqualTo(expected);
      assertThat(file.schema()).extracting(SchemaEntry::name).contains("things", "by_body");
    }
  }

  @Test
  void findsRowsByIndexAndRowid() throws Exception {
    Path path = folder.resolve("index");
    try (Connection connection = connect(path);
        Statement sql = connection.createStatement()) {
      sql.execute("PRAGMA page_size = 512");
      connection.setAutoCommit(false);
      fill(sql, 3000, 5);
      connection.commit();
      SqliteFile file = SqliteFile.open(read(path), NO_LOG);
      List<Row> rows = new ArrayList<>();
      file.scan("things", rows::add);
      for (Row row : rows) {
        assertThat(file.row("things", row.rowid()).map(SqliteFileTest::line)).contains(line(row));
        assertThat(file.seek("by_body", List.of(row.cell(4)), 10))
            .extracting(Row::rowid)
            .contains(row.rowid());
        List<Long> sameName =
            rows.stream()
                .filter(other -> other.cell(1).equals(row.cell(1)))
                .map(Row::rowid)
                .sorted()
                .toList();
        assertThat(file.seek("by_name", List.of(row.cell(1)), 1000))
            .extracting(Row::rowid)
            .containsExactlyInAnyOrderElementsOf(sameName);
      }
      assertThat(file.seek("by_body", List.of(Cell.of(new byte[] {1})), 10)).isEmpty();
      assertThat(file.row("things", 3001)).isEmpty();
      assertThat(file.row("things", 0)).isEmpty();
      assertThatThrownBy(() -> file.row("others", 0)).hasMessageContaining("no table others");
    }
  }

  @Test
  void readsTheWriteAheadLogUpToTheLastCommit() throws Exception {
    Path path = folder.resolve("wal");
    Path log = folder.resolve("wal-wal");
    try (Connection connection = connect(path);
        Statement sql = connection.createStatement()) {
      sql.execute("PRAGMA journal_mode = WAL");
      sql.execute("PRAGMA wal_autocheckpoint = 0");
      fill(sql, 20, 7);
      sql.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      connection.setAutoCommit(false);
      sql.execute("DELETE FROM things WHERE id % 2 = 0");
      sql.execute("INSERT INTO things(name, body) SELECT name || 'x', zeroblob(9000) FROM things");
      connection.commit();
      List<String> committed = expected(sql);
      byte[] whole = Files.readAllBytes(log);
      SqliteFile both = SqliteFile.open(read(path), MemorySegment.ofArray(whole));
      assertThat(committed).hasSize(20).anyMatch(row -> row.contains("x|"));
      assertThat(scan(both)).isEqualTo(committed);

      List<String> old = scan(SqliteFile.open(read(path), NO_LOG));
      assertThat(old).hasSize(20).noneMatch(row -> row.contains("x|"));
      byte[] damaged = whole.clone();
      damaged[whole.length - 1] ^= 1;
      assertThat(scan(SqliteFile.open(read(path), MemorySegment.ofArray(damaged))))
          .as("the commit's own frame is damaged, so nothing was committed")
          .isEqualTo(old);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void damageEndsInADatabaseException(long seed) throws Exception {
    Path path = folder.resolve("damaged" + seed);
    byte[] good;
    try (Connection connection = connect(path);
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      sql.execute("PRAGMA page_size = 1024");
      fill(sql, 300, seed);
      connection.commit();
      good = Files.readAllBytes(path);
    }
    var random = new Random(seed);
    int failed = 0;
    for (int round = 0; round < 300; round++) {
      byte[] bad =
          Arrays.copyOf(good, random.nextInt(4) == 0 ? random.nextInt(good.length) : good.length);
      for (int i = 0; i < 20 && bad.length > 0; i++) {
        int page = random.nextInt(good.length / 1024) * 1024;
        int at = random.nextBoolean() ? page + random.nextInt(120) : random.nextInt(bad.length);
        bad[Math.min(at, bad.length - 1)] = (byte) random.nextInt();
      }
      try {
        SqliteFile file = SqliteFile.open(MemorySegment.ofArray(bad), NO_LOG);
        scan(file);
        file.row("things", random.nextInt(300));
        file.seek("by_body", List.of(Cell.of(new byte[] {(byte) random.nextInt()})), 100);
      } catch (DatabaseException e) {
        failed++;
      }
    }
    assertThat(failed).isGreaterThan(100);
  }
}
