package dev.landwaiter.rego.search;

import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Module;
import java.util.List;

/// What is left of a query.
///
/// @param queries any of them must hold; none means never, an empty one always
/// @param support modules whose rules the queries name, below `data.partial`
public record PartialAnswer(List<Body> queries, List<Module> support) {
  public PartialAnswer {
    queries = List.copyOf(queries);
    support = List.copyOf(support);
  }
}
