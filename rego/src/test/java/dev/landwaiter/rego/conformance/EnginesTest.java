package dev.landwaiter.rego.conformance;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.landwaiter.rego.query.Result;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.type.Capabilities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Both engines give the same for all that the policies of the cases define, asked for in ways the
/// cases do not ask, errors included.
final class EnginesTest {
  private static final int EVERY = 4;

  private final Map<String, Builtin> builtins = new HashMap<>(Builtins.all());

  EnginesTest() {
    builtins.put(Sleep.BUILTIN.name(), Sleep.BUILTIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"data = x", "data[a][b] = x", "k := \"test\"; data[k][a] = x"})
  void answerAlike(String query) {
    int compared = 0;
    List<Case> cases = Case.all();
    for (int i = 0; i < cases.size(); i += EVERY) {
      Case one = cases.get(i);
      CompiledPolicy policy;
      CompiledQuery compiled;
      try {
        policy = policy(one);
        compiled =
            QueryCompiler.compile(
                policy,
                Parser.parseQuery(new Source("", query), ParserSettings.of(RegoVersion.V1)),
                QuerySettings.PLAIN);
      } catch (RegoException e) {
        // Cases that do not compile are looked at elsewhere.
        continue;
      }
      var documents = new Documents(one.data(), one.input());
      boolean strict = i % (2 * EVERY) == 0;
      assertThat(outcome(Engine.CLOSURES, policy, compiled, documents, strict))
          .as(one.id())
          .isEqualTo(outcome(Engine.SEARCH, policy, compiled, documents, strict));
      compared++;
    }
    assertThat(compared).isGreaterThan(900);
  }

  private CompiledPolicy policy(Case one) throws RegoException {
    Capabilities capabilities = capabilities(one.version());
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
    return Compiler.compile(modules, CompilerSettings.of(capabilities(RegoVersion.V1)));
  }

  private Capabilities capabilities(RegoVersion version) {
    return Capabilities.current(
        version, builtins.values().stream().map(Builtin::declaration).toList());
  }

  private Object outcome(
      Engine engine,
      CompiledPolicy policy,
      CompiledQuery query,
      Documents documents,
      boolean strict) {
    var settings =
        new Settings(
            new StillWorld(),
            Budget.NONE,
            strict,
            true,
            true,
            _ -> {},
            capabilities(RegoVersion.V1));
    try {
      Set<Map<String, Value>> bindings = new HashSet<>();
      for (Result result :
          engine.prepare(policy, query, builtins).evaluate(documents, settings).results()) {
        bindings.add(result.bindings());
      }
      return bindings;
    } catch (RegoException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
