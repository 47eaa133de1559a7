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
    Answer evaluate(
        CompiledPolicy policy,
        CompiledQuery query,
        Documents documents,
        Settings settings,
        Map<String, Builtin> builtins)
        throws RegoException {
      return new Search(policy, builtins)
          .evaluate(query, documents, settings, Optional.empty());
    }
  },
  CLOSURES {
    @Override
    Answer evaluate(
        CompiledPolicy policy,
        CompiledQuery query,
        Documents documents,
        Settings settings,
        Map<String, Builtin> builtins)
        throws RegoException {
      return Program.compile(policy, builtins).prepare(query).evaluate(documents, settings);
    }
  };

  abstract Answer evaluate(
      CompiledPolicy policy,
      CompiledQuery query,
      Documents documents,
      Settings settings,
      Map<String, Builtin> builtins)
      throws RegoException;
}
