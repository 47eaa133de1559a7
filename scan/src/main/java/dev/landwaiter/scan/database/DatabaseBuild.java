package dev.landwaiter.scan.database;

import dev.landwaiter.vulnerability.DatabaseException;
import dev.landwaiter.vulnerability.store.IndexInfo;
import dev.landwaiter.vulnerability.store.IndexSource;
import dev.landwaiter.vulnerability.store.IndexWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Builds an index file from sources: the work of `db build`.
public final class DatabaseBuild {
  private static final int NOTE_LIMIT = 1_000;

  private final Instant now;

  /// @param now recorded as the time of creation
  public DatabaseBuild(Instant now) {
    this.now = now;
  }

  /// Reads the sources in their order (of facts about the same thing the last one stays) and writes
  /// the index. A source that fails is left out as a whole, and noted.
  ///
  /// @throws DatabaseException when no source gave a fact
  /// @throws IOException when the file cannot be written
  public IndexInfo build(List<FactSource> sources, Path target) throws IOException {
    var writer = new IndexWriter();
    List<IndexSource> used = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (FactSource source : sources) {
      var part = new ArrayList<Runnable>();
      try {
        SourceSummary summary =
            source.read((bucket, group, key, json) ->
                part.add(() -> writer.accept(bucket, group, key, json)));
        part.forEach(Runnable::run);
        used.add(new IndexSource(source.name(), summary.date(), summary.facts()));
        notes.addAll(summary.notes());
      } catch (IOException e) {
        notes.add(source.name() + " was left out: " + e.getMessage());
      }
    }
    if (used.stream().mapToLong(IndexSource::facts).sum() == 0) {
      throw new DatabaseException("No database was built: " + String.join("; ", notes));
    }
    var info = new IndexInfo(now, used, shortened(notes));
    writer.write(target, info);
    return info;
  }

  private static List<String> shortened(List<String> notes) {
    if (notes.size() <= NOTE_LIMIT) {
      return notes;
    }
    List<String> first = new ArrayList<>(notes.subList(0, NOTE_LIMIT));
    first.add("and " + (notes.size() - NOTE_LIMIT) + " notes more");
    return first;
  }
}
