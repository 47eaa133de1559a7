package dev.landwaiter.rego.conformance;

import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.eval.Program;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.search.Search;
import java.util.Map;
import java.util.Optional;

/// A way of evaluating.
enum Engine {
  SEARCH {
    @Override
    Ready prepare(CompiledPolicy policy, CompiledQuery query, Map<String, Builtin> builtins) {
      var search = new Search(policy, builtins);
      return (documents, settings) -> search.evaluate(query, documents, settings, Optional.empty());
    }
  },
  CLOSURES {
    @Override
    Ready prepare(CompiledPolicy policy, CompiledQuery query, Map<String, Builtin> builtins) {
      return Program.compile(policy, builtins).prepare(query)::evaluate;
    }
  };

  /// A query ready to be evaluated.
  @FunctionalInterface
  interface Ready {
    Answer evaluate(Documents documents, Settings settings) throws RegoException;
  }

  abstract Ready prepare(CompiledPolicy policy, CompiledQuery query, Map<String, Builtin> builtins);
}
