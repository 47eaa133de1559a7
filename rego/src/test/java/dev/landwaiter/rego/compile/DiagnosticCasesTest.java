package dev.landwaiter.rego.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.type.Capabilities;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Modules that must not compile, with the errors wanted (reference 17.4).
class DiagnosticCasesTest {
  @TestFactory
  Stream<DynamicTest> cases() throws Exception {
    return Recorded.cases("conformance/opa/compile").stream()
        .map(one -> DynamicTest.dynamicTest(one.text("note"), () -> check(one)));
  }

  private static void check(Value one) throws Exception {
    List<RegoError> errors = errors(one);
    List<Value> wanted = one.get("want_errors").orElseThrow().elements();
    assertThat(wanted)
        .allSatisfy(want -> assertThat(errors).anyMatch(error -> matches(want, error)));
    if (flag(one, "exhaustive")) {
      assertThat(errors).hasSameSizeAs(wanted);
    }
  }

  private static List<RegoError> errors(Value one) throws Exception {
    RegoVersion version =
        switch (one.text("rego_version")) {
          case "v0" -> RegoVersion.V0;
          case "v0-compat-v1" -> RegoVersion.V0_V1;
          default -> RegoVersion.V1;
        };
    Capabilities capabilities = Recorded.capabilities(version);
    var modules = new ArrayList<Module>();
    for (Value text : one.get("modules").orElseThrow().elements()) {
      modules.add(
          Parser.parseModule(
              new Source("test-" + modules.size() + ".rego", text.asText()),
              ParserSettings.of(version).capabilities(capabilities)));
    }
    try {
      Compiler.compile(
          modules,
          new CompilerSettings(
              capabilities,
              flag(one, "strict"),
              flag(one, "print_statements"),
              0,
              false,
              Set.of(),
              path -> false,
              false,
              Optional.empty(),
              true));
      return List.of();
    } catch (RegoException e) {
      return e.errors();
    }
  }

  private static boolean flag(Value one, String name) {
    return one.get(name).filter(BooleanValue.TRUE::equals).isPresent();
  }

  private static boolean matches(Value want, RegoError error) {
    Location at = error.location().orElse(Location.NONE);
    return want.text("code").equals(error.code())
        && want.text("message").equals(error.message())
        && number(want, "row", at.row())
        && number(want, "col", at.column());
  }

  private static boolean number(Value want, String name, int got) {
    return want.get(name)
        .filter(value -> value instanceof NumberValue && !value.equals(Value.of(got)))
        .isEmpty();
  }
}
