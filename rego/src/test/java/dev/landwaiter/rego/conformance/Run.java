package dev.landwaiter.rego.conformance;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.compile.QueryCompiler;
import dev.landwaiter.rego.compile.QuerySettings;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.search.Constant;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.type.Capabilities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Runs cases on one engine in one mode.
final class Run {
  private final Engine engine;
  private final Mode mode;
  private final Map<String, Builtin> builtins;

  Run(Engine engine, Mode mode) {
    this.engine = engine;
    this.mode = mode;
    builtins = new HashMap<>(Builtins.all());
    builtins.put(Sleep.BUILTIN.name(), Sleep.BUILTIN);
  }

  /// What is wrong with a case, or empty.
  Optional<String> check(Case one) {
    Capabilities known = capabilities(one.version());
    Capabilities capabilities =
        one.flag("experimental_keywords") ? known.experimental() : known;
    CompiledPolicy policy;
    CompiledQuery query;
    Documents documents;
    try {
      policy = Compiler.compile(modules(one, capabilities), CompilerSettings.of(capabilities(RegoVersion.V1)));
      var settings = ParserSettings.of(RegoVersion.V1);
      query =
          QueryCompiler.compile(
              policy,
              Parser.parseQuery(new Source("", one.query()), settings),
              QuerySettings.PLAIN);
      documents = new Documents(one.data(), input(one, settings));
    } catch (RegoException e) {
      return Optional.of("does not compile: " + e.getMessage());
    } catch (RuntimeException e) {
      return Optional.of("the compiler throws " + e);
    }
    try {
      Answer answer = engine.evaluate(policy, query, documents, settings(one, capabilities), builtins);
      return Judge.answer(one, answer);
    } catch (RegoException e) {
      return Judge.error(one, e);
    } catch (RuntimeException e) {
      return Optional.of("throws " + e);
    }
  }

  private Capabilities capabilities(RegoVersion version) {
    return Capabilities.current(
        version, builtins.values().stream().map(Builtin::declaration).toList());
  }

  private List<Module> modules(Case one, Capabilities capabilities) throws RegoException {
    var settings = ParserSettings.of(one.version()).capabilities(capabilities);
    if (mode == Mode.NOT) {
      settings = settings.extraKeywords(Set.of("not"));
    }
    var modules = new ArrayList<Module>();
    List<String> texts = one.modules();
    for (int i = 0; i < texts.size(); i++) {
      modules.add(
          Parser.parseModule(new Source("test-" + i + ".rego", texts.get(i)), settings));
    }
    return modules;
  }

  private static Optional<Value> input(Case one, ParserSettings settings) throws RegoException {
    return one.inputTerm().isEmpty()
        ? one.input()
        : Optional.of(
            Constant.of(Parser.parseTerm(new Source("", one.inputTerm()), settings))
                .orElseThrow(() -> new AssertionError(one.id() + ": the input is no constant")));
  }

  private Settings settings(Case one, Capabilities capabilities) {
    boolean fast = mode != Mode.SLOW;
    return new Settings(
        new StillWorld(),
        Budget.NONE,
        one.flag("strict_error"),
        fast,
        fast,
        _ -> {},
        capabilities);
  }
}
