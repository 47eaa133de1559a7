package dev.landwaiter.scan.database;

import dev.landwaiter.vulnerability.DatabaseException;
import dev.landwaiter.vulnerability.FactSink;
import dev.landwaiter.vulnerability.store.IndexDatabase;
import dev.landwaiter.vulnerability.store.IndexInfo;
import dev.landwaiter.vulnerability.store.TrivyFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A database that exists already, Trivy's `trivy.db` or an index (`*.idx`), as a source.
public record StoredFacts(Path file) implements FactSource {
  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public SourceSummary read(FactSink sink) throws IOException {
    long[] count = {0};
    FactSink counted =
        (bucket, group, key, json) -> {
          count[0]++;
          sink.accept(bucket, group, key, json);
        };
    try {
      if (name().endsWith(IndexDatabase.SUFFIX)) {
        IndexDatabase.facts(file, counted);
        IndexInfo info = IndexDatabase.info(file);
        // What it lacks is lacking in what is built from it.
        return new SourceSummary(info.created(), count[0], info.notes());
      }
      TrivyFacts.read(file, counted);
      Instant changed = Files.getLastModifiedTime(file).toInstant();
      return new SourceSummary(changed, count[0], List.of());
    } catch (DatabaseException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
