package dev.landwaiter.scan.database;

import dev.landwaiter.vulnerability.DatabaseException;
import dev.landwaiter.vulnerability.build.Merge;
import dev.landwaiter.vulnerability.store.IndexInfo;
import dev.landwaiter.vulnerability.store.IndexSource;
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

  /// What a build came to.
  ///
  /// @param contradictions places where sources contradict each other
  /// @param empty sources that gave nothing, by name
  public record Outcome(IndexInfo info, long contradictions, List<String> empty) {
    public Outcome {
      empty = List.copyOf(empty);
    }
  }

  /// Reads the sources in their order (where two contradict each other the later one judges) and
  /// writes the index. A source that fails is left out as a whole, and noted.
  ///
  /// @throws DatabaseException when no source gave a fact, or a limit of the index is exceeded
  /// @throws IOException when the file cannot be written
  public Outcome build(List<FactSource> sources, Path target) throws IOException {
    var merge = new Merge();
    List<IndexSource> used = new ArrayList<>();
    List<String> empty = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (FactSource source : sources) {
      merge.begin(source.name());
      try {
        SourceSummary summary = source.read(merge.sink());
        used.add(new IndexSource(source.name(), summary.date(), summary.facts()));
        notes.addAll(summary.notes());
        if (summary.facts() == 0) {
          empty.add(source.name());
          notes.add(source.name() + " gave nothing");
        }
      } catch (IOException e) {
        merge.forget();
        empty.add(source.name());
        notes.add(source.name() + " was left out: " + e.getMessage());
      }
    }
    if (used.stream().mapToLong(IndexSource::facts).sum() == 0) {
      throw new DatabaseException("No database was built: " + String.join("; ", notes));
    }
    Merge.Summary united = merge.finish();
    if (united.unknown() > 0) {
      notes.add(
          "%d vulnerabilities with a rating of exploitation are known to no other source, left out"
              .formatted(united.unknown()));
    }
    if (merge.isEmpty()) {
      throw new DatabaseException(
          "No database was built, nothing would be in it: " + String.join("; ", notes));
    }
    var info = new IndexInfo(now, used, shortened(notes));
    merge.write(target, info);
    return new Outcome(info, united.contradictions(), empty);
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
