package dev.landwaiter.rego.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.compile.QueryCompiler;
import dev.landwaiter.rego.compile.QuerySettings;
import dev.landwaiter.rego.ground.Derivation;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.RuleTree;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Result;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.search.Search;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.type.Capabilities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Being watched changes no result: for all rules of the cases' policies, the ways found are ways
/// to just what the rules give.
final class WatchedTest {
  private static final int EVERY = 5;

  private final Map<String, Builtin> builtins = new HashMap<>(Builtins.all());
  private int compared;
  private int skipped;

  WatchedTest() {
    builtins.put(Sleep.BUILTIN.name(), Sleep.BUILTIN);
  }

  @Test
  void rulesGiveWhatTheyGiveUnwatched() {
    List<Case> cases = Case.all();
    for (int i = 0; i < cases.size(); i += EVERY) {
      Case one = cases.get(i);
      try {
        CompiledPolicy policy = policy(one);
        compare(one, policy, policy.rules(), new ArrayList<>());
      } catch (RegoException e) {
        // Cases that do not compile are looked at elsewhere.
        skipped++;
      }
    }
    assertThat(compared).isGreaterThan(800);
    assertThat(skipped).isLessThan(compared);
  }

  private void compare(Case one, CompiledPolicy policy, RuleTree tree, List<Value> path) {
    if (!tree.rules().isEmpty() && tree.children().isEmpty()) {
      Head head = tree.rules().getFirst().head();
      boolean ground = tree.rules().stream().allMatch(rule -> rule.head().ref().isGround());
      if (ground && head.args().isEmpty()) {
        var documents = new Documents(one.data(), one.input());
        Object expected = plain(policy, documents, path, head.isMultiValue());
        assertThat(watched(policy, documents, path))
            .as("%s %s", one.id(), path)
            .isEqualTo(expected);
        compared++;
      }
    }
    if (!tree.rules().isEmpty()) {
      // What lies below is part of one document.
      return;
    }
    tree.children()
        .forEach((key, child) -> {
          var longer = new ArrayList<>(path);
          longer.add(key);
          compare(one, policy, child, longer);
        });
  }

  private static Ref ref(List<Value> path) {
    List<Term> parts = new ArrayList<>();
    parts.add(new Variable("data", Location.NONE));
    path.forEach(part -> parts.add(new Scalar(part, Location.NONE)));
    return new Ref(parts, Location.NONE);
  }

  private static Settings settings() {
    return new Settings(
        new StillWorld(), Budget.NONE, false, false, true, _ -> {}, capabilities(Map.of()));
  }

  private Object watched(CompiledPolicy policy, Documents documents, List<Value> path) {
    try {
      Set<Value> results = new HashSet<>();
      for (Derivation derivation :
          new Search(policy, builtins).derivations(ref(path), documents, settings())) {
        results.add(derivation.result());
      }
      return results;
    } catch (RegoException e) {
      return e.errors().getFirst().code();
    }
  }

  private Object plain(
      CompiledPolicy policy, Documents documents, List<Value> path, boolean several) {
    try {
      var query =
          QueryCompiler.compile(
              policy,
              Parser.parseQuery(
                  new Source("", ref(path) + " = x"), ParserSettings.of(RegoVersion.V1)),
              QuerySettings.PLAIN);
      Set<Value> values = new HashSet<>();
      for (Result result :
          Engine.SEARCH
              .prepare(policy, query, builtins)
              .evaluate(documents, settings())
              .results()) {
        Value value = result.bindings().getOrDefault("x", SetValue.EMPTY);
        values.addAll(value.elements());
        if (!several) {
          values.add(value);
        }
      }
      return values;
    } catch (RegoException e) {
      return e.errors().getFirst().code();
    }
  }

  private CompiledPolicy policy(Case one) throws RegoException {
    Capabilities capabilities = capabilities(builtins);
    if (one.flag("experimental_keywords")) {
      capabilities = capabilities.experimental();
    }
    List<Module> modules = new ArrayList<>();
    for (String text : one.modules()) {
      modules.add(
          Parser.parseModule(
              new Source("test-" + modules.size() + ".rego", text),
              ParserSettings.of(one.version()).capabilities(capabilities)));
    }
    return Compiler.compile(modules, CompilerSettings.of(capabilities(builtins)));
  }

  private static Capabilities capabilities(Map<String, Builtin> builtins) {
    return Capabilities.current(
        RegoVersion.V1, builtins.values().stream().map(Builtin::declaration).toList());
  }
}
