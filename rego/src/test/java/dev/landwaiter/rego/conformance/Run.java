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
import java.util.TreeMap;

/// Runs cases in all ways.
final class Run {
  private static final List<Way> WAYS =
      List.of(
          new Way(Engine.SEARCH, true),
          new Way(Engine.SEARCH, false),
          new Way(Engine.CLOSURES, true),
          new Way(Engine.CLOSURES, false));

  private final Set<String> keywords;
  private final Map<String, Builtin> builtins;
  private final Capabilities old;
  private final Capabilities current;

  /// @param keywords in force in all modules, whatever they import
  Run(Set<String> keywords) {
    this.keywords = keywords;
    builtins = new HashMap<>(Builtins.all());
    builtins.put(Sleep.BUILTIN.name(), Sleep.BUILTIN);
    old = declared(RegoVersion.V0);
    current = declared(RegoVersion.V1);
  }

  /// What is wrong with a case, by the way it was run.
  Map<String, String> check(Case one) {
    Capabilities known = capabilities(one.version());
    Capabilities capabilities = one.flag("experimental_keywords") ? known.experimental() : known;
    CompiledPolicy policy;
    CompiledQuery query;
    Documents documents;
    try {
      policy =
          Compiler.compile(
              modules(one, capabilities), CompilerSettings.of(capabilities(RegoVersion.V1)));
      var settings = ParserSettings.of(RegoVersion.V1);
      query =
          QueryCompiler.compile(
              policy,
              Parser.parseQuery(new Source("", one.query()), settings),
              QuerySettings.PLAIN);
      documents = new Documents(one.data(), input(one, settings));
    } catch (RegoException e) {
      return Map.of("compiling", String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return Map.of("compiling", "throws " + e);
    }
    var wrong = new TreeMap<String, String>();
    for (Way way : WAYS) {
      Settings settings = settings(one, capabilities, way.fast());
      evaluate(one, way.engine().prepare(policy, query, builtins), documents, settings)
          .ifPresent(reason -> wrong.put(way.toString(), reason));
    }
    return wrong;
  }

  private static Optional<String> evaluate(
      Case one, Engine.Ready ready, Documents documents, Settings settings) {
    try {
      return Judge.answer(one, ready.evaluate(documents, settings));
    } catch (RegoException e) {
      return Judge.error(one, e);
    } catch (RuntimeException e) {
      return Optional.of("throws " + e);
    }
  }

  private Capabilities capabilities(RegoVersion version) {
    return version == RegoVersion.V0 ? old : current;
  }

  private Capabilities declared(RegoVersion version) {
    return Capabilities.current(
        version, builtins.values().stream().map(Builtin::declaration).toList());
  }

  private List<Module> modules(Case one, Capabilities capabilities) throws RegoException {
    var settings =
        ParserSettings.of(one.version()).capabilities(capabilities).extraKeywords(keywords);
    var modules = new ArrayList<Module>();
    List<String> texts = one.modules();
    for (int i = 0; i < texts.size(); i++) {
      modules.add(Parser.parseModule(new Source("test-" + i + ".rego", texts.get(i)), settings));
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

  private static Settings settings(Case one, Capabilities capabilities, boolean fast) {
    return new Settings(
        new StillWorld(), Budget.NONE, one.flag("strict_error"), fast, fast, _ -> {}, capabilities);
  }
}
