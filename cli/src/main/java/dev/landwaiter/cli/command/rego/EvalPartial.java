package dev.landwaiter.cli.command.rego;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.present.Metrics;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.search.PartialAnswer;
import dev.landwaiter.rego.search.PartialSettings;
import dev.landwaiter.rego.search.Search;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Partial evaluation as a command line asks for it.
///
/// @param unknowns what is not known
/// @param kept rules that stay as they are
record EvalPartial(List<Ref> unknowns, List<Ref> kept, boolean shallow, boolean nondeterministic) {

  static EvalPartial of(Invocation invocation, ParserSettings parser)
      throws UsageException, RegoException {
    Values values = invocation.values();
    return new EvalPartial(
        refs(values.texts(RegoFlags.UNKNOWNS), parser),
        refs(values.repeated(EvalFlags.DISABLE_INLINING), parser),
        values.flag(EvalFlags.SHALLOW_INLINING),
        values.flag(EvalFlags.NONDETERMINISTIC));
  }

  private static List<Ref> refs(List<String> texts, ParserSettings parser)
      throws UsageException, RegoException {
    List<Ref> refs = new ArrayList<>();
    for (String text : texts) {
      Term term = Parser.parseTerm(new Source("", text), parser);
      if (!(term instanceof Ref ref)) {
        throw UsageException.withUsage(
            "illegal argument with --unknowns, specify string with one or more --unknowns");
      }
      refs.add(ref);
    }
    return refs;
  }

  PartialSettings settings() {
    return new PartialSettings(unknowns, kept, shallow, nondeterministic);
  }

  /// Evaluates what does not depend on the unknowns.
  Evaluated run(
      CompiledPolicy policy,
      CompiledQuery query,
      Documents documents,
      Settings settings,
      EvalWatch watch,
      Metrics metrics)
      throws RegoException {
    PartialAnswer left =
        new Search(policy, Builtins.all())
            .partial(query, documents, settings, settings(), watch.tracer());
    metrics.lap("rego_partial_eval");
    return new Evaluated(
        policy,
        query,
        new Answer(List.of(), List.of()),
        watch.events(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(left));
  }
}
