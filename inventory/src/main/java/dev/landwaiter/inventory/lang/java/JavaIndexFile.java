package dev.landwaiter.inventory.lang.java;

import dev.landwaiter.inventory.database.DatabaseException;
import dev.landwaiter.inventory.database.sqlite.Cell;
import dev.landwaiter.inventory.database.sqlite.Row;
import dev.landwaiter.inventory.database.sqlite.SqliteFile;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/// Trivy's Java index, schema 1, read in place (project reference, inventory, 18.1).
public final class JavaIndexFile implements JavaIndex {
  private static final int GROUP_LIMIT = 10_000;
  private static final int ENTRY_LIMIT = 100_000;

  private final SqliteFile file;
  private final boolean empty;
  private final String id;

  /// Opens an index.
  ///
  /// @param file the content of `trivy-java.db`: an array, or a file that is mapped
  /// @param id what tells this index from others
  /// @throws DatabaseException when it is no such index
  public JavaIndexFile(MemorySegment file, String id) throws DatabaseException {
    this.id = id;
    this.file = SqliteFile.open(file, MemorySegment.NULL);
    this.empty = this.file.seek("indices_sha1_idx", List.of(), 1).isEmpty();
  }

  @Override
  public String id() {
    return empty ? "" : id;
  }

  @Override
  public boolean empty() {
    return empty;
  }

  @Override
  public boolean exists(String group, String artifact) throws DatabaseException {
    return !file.seek("artifacts_idx", List.of(Cell.of(artifact), Cell.of(group)), 1).isEmpty();
  }

  @Override
  public Optional<Coordinates> bySha1(byte[] sha1) throws DatabaseException {
    for (Row hit : file.seek("indices_sha1_idx", List.of(Cell.of(sha1)), 1)) {
      Optional<Row> entry = file.row("indices", hit.rowid());
      Optional<Row> artifact =
          entry.isPresent()
              ? file.row("artifacts", entry.get().cell(0).number())
              : Optional.empty();
      if (artifact.isPresent()) {
        return Optional.of(
            new Coordinates(
                artifact.get().cell(1).text(),
                artifact.get().cell(2).text(),
                entry.orElseThrow().cell(1).text()));
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<String> groupOf(String artifact, String version) throws DatabaseException {
    String best = "";
    int most = 0;
    for (Row hit : file.seek("artifacts_idx", List.of(Cell.of(artifact)), GROUP_LIMIT)) {
      String group = hit.cell(1).text();
      int count = entries(hit.rowid(), version);
      if (count > most || (count == most && count > 0 && group.compareTo(best) < 0)) {
        best = group;
        most = count;
      }
    }
    return most > 0 ? Optional.of(best) : Optional.empty();
  }

  // How many jars the index has of an artifact, or 0 when none of them has this version.
  private int entries(long artifact, String version) throws DatabaseException {
    int count = 0;
    boolean published = false;
    for (Row hit : file.seek("indices_artifact_idx", List.of(Cell.of(artifact)), ENTRY_LIMIT)) {
      Optional<Row> entry = file.row("indices", hit.rowid());
      if (entry.isPresent() && entry.get().cell(3).text().equals("jar")) {
        count++;
        published |= entry.get().cell(1).text().equals(version);
      }
    }
    return published ? count : 0;
  }
}
