package dev.landwaiter.policy.conftest.run;

import dev.landwaiter.rego.eval.Prepared;
import dev.landwaiter.rego.policy.CompiledQuery;
import java.util.List;
import java.util.Optional;

/// One rule of a namespace, ready to be asked about any number of documents.
///
/// @param path of the rule behind `data`
/// @param failure whether it tells of failures; otherwise it warns
/// @param exception what excepts a document from it; the text is also what is shown
/// @param counting counts how often that holds; empty where the namespace has no exceptions
record AskedRule(
    List<String> path, boolean failure, Asked rule, Asked exception, Optional<Prepared> counting) {
  /// A query and its two forms: the one that is followed step by step and the fast one.
  record Asked(String text, CompiledQuery compiled, Prepared prepared) {}
}
