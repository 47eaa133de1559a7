package dev.landwaiter.rego.hostile;

import java.util.List;
import java.util.stream.Stream;

/// What enemies hand in.
final class Rows {
  private Rows() {}

  static List<Row> all() {
    return Stream.of(
            Products.rows(),
            Numbers.rows(),
            Growth.rows(),
            Patterns.rows(),
            Network.rows(),
            Schemas.rows(),
            Collisions.rows(),
            Modules.rows(),
            Documents.rows())
        .flatMap(List::stream)
        .toList();
  }
}
