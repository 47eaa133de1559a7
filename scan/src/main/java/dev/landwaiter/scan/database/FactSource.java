package dev.landwaiter.scan.database;

import dev.landwaiter.vulnerability.FactSink;
import java.io.IOException;

/// Something a database can be built from.
public interface FactSource {
  /// As given to `db build --from`.
  String name();

  /// Hands out all facts of the source.
  ///
  /// @throws IOException when the source cannot be reached or understood; it is then left out
  SourceSummary read(FactSink sink) throws IOException;
}
