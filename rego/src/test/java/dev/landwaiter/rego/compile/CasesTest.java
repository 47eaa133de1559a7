package dev.landwaiter.rego.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.type.Capabilities;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Modules and queries of all evaluation cases compile.
class CasesTest {
  @ParameterizedTest
  @EnumSource(
      value = RegoVersion.class,
      names = {"V0", "V1"})
  void modulesAndQueriesCompile(RegoVersion version) throws Exception {
    Capabilities capabilities = withSleep(Recorded.capabilities(version));
    var failed = new ArrayList<String>();
    List<Value> cases =
        Recorded.cases("conformance/opa/cases/" + (version == RegoVersion.V1 ? "v1" : "v0"));
    for (Value one : cases) {
      try {
        compile(one, version, capabilities);
      } catch (RegoException e) {
        failed.add(one.text("note") + ": " + e.getMessage());
      }
    }
    assertThat(failed).isEmpty();
    assertThat(cases).hasSizeGreaterThan(1_900);
  }

  private static void compile(Value one, RegoVersion version, Capabilities plain)
      throws RegoException {
    Capabilities capabilities =
        one.get("experimental_keywords").isPresent() ? plain.experimental() : plain;
    var modules = new ArrayList<Module>();
    for (Value text : one.get("modules").map(Value::elements).orElse(List.of())) {
      modules.add(
          Parser.parseModule(
              new Source("test-" + modules.size() + ".rego", text.asText()),
              ParserSettings.of(version).capabilities(capabilities)));
    }
    var policy = Compiler.compile(modules, CompilerSettings.of(capabilities));
    var query =
        Parser.parseQuery(new Source("", one.text("query")), ParserSettings.of(RegoVersion.V1));
    QueryCompiler.compile(policy, query, QuerySettings.PLAIN);
  }

  /// One case calls a function that only tests have.
  private static Capabilities withSleep(Capabilities plain) {
    var builtins = new HashMap<>(plain.builtins());
    builtins.put(
        "test.sleep", Declaration.of("test.sleep").takes("duration", Type.STRING).gives(Type.NULL));
    return new Capabilities(builtins, plain.futureKeywords(), plain.features(), plain.allowNet());
  }
}
