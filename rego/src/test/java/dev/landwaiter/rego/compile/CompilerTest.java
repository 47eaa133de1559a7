package dev.landwaiter.rego.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.type.Capabilities;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the recorded runs do not show.
class CompilerTest {
  private static CompiledPolicy compile(String text) throws Exception {
    Capabilities capabilities = Recorded.capabilities(RegoVersion.V1).experimental();
    var settings =
        new CompilerSettings(
            capabilities,
            false,
            false,
            10,
            false,
            Set.of(),
            path -> false,
            true,
            Optional.empty(),
            true);
    var module =
        Parser.parseModule(
            new Source("p.rego", text),
            ParserSettings.of(RegoVersion.V1).capabilities(capabilities));
    return Compiler.compile(List.of(module), settings);
  }

  private static String errors(String text) throws Exception {
    try {
      compile(text);
      return "";
    } catch (RegoException e) {
      return String.join("\n", e.errors().stream().map(error -> error.text()).toList());
    }
  }

  @Test
  void aWildcardUnderANegationIsExplained() throws Exception {
    assertThat(errors("package p\n\np if not startswith(input.image, data.repos[_])\n"))
        .isEqualTo(
            """
            p.rego:3: rego_unsafe_var_error: var _ is unsafe
            \thint: `data.repos[_]` stands only under `not`, where nothing chooses an element
            \thint: to say it of every element: every x in data.repos { not startswith(input.image, x) }
            \thint: to say it of some element: some x in data.repos; not startswith(input.image, x)\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          x := y; x = 7                       ! var y is unsafe
          x = y; x = 7                        !
          [x, y] := [1, z]                    ! var z is unsafe
          {"a": x} = {"a": input.b}; x        !
          {"a": x} = {"b": 1}; x              ! var x is unsafe
          y := [x | x = z]; z = 1; y          !
          every x in xs { x }; xs = [1]       !
          walk(input, [k, v]); k; v           !
          count(x, 3)                         ! var x is unsafe
          """)
  void variablesAreSafeOrNot(String body, String message) throws Exception {
    String found = errors("package p\n\np if { " + body + " }\n");
    if (message == null) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).contains(message);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not x == 1                           | var x is unsafe
          not { x := input.a; x == 1 }         |
          not input.a[_] == 1                  |
          { x := 1; x > 0 } and input.b        |
          input.a == x and input.b; x := 1     | var x referenced above
          """)
  void operandsKeepWhatTheyBind(String body, String message) throws Exception {
    String found =
        errors(
            "package p\n\nimport future.keywords.not\nimport future.keywords.and\n\np if { "
                + body
                + " }\n");
    if (message == null) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).contains(message);
    }
  }

  @Test
  void pathsAreBounded() throws Exception {
    assertThat(errors("package p" + ".a".repeat(600) + "\n\nq := 1\n"))
        .contains("path has more than 500 parts");
  }

  @Test
  void manyReversedExpressionsAreOrdered() throws Exception {
    var text = new StringBuilder("package p\n\np if {\n");
    for (int i = 400; i > 0; i--) {
      text.append("v").append(i).append(" = v").append(i - 1).append(" + 1\n");
    }
    assertThat(errors(text + "v0 = 1 }\n")).isEmpty();
  }

  @Test
  void whatModulesNeedIsKnown() throws Exception {
    var required =
        compile("package a\nimport future.keywords.not\nq := count([1]) + 1\np if not { q == 2 }\n")
            .required();
    assertThat(required.builtins()).containsExactly("count", "eq", "equal", "plus");
    assertThat(required.futureKeywords()).containsExactly("not");
    assertThat(required.features()).containsExactly("rego_v1");
  }

  @Test
  void dependenciesFollowEveryRefThatCouldMeanARule() throws Exception {
    var branches =
        compile("package a\nq := 1\nr[x] := 2 if x := input.k\np if data.a.r[input.z]\n")
            .dependencies()
            .branches();
    assertThat(branches.get(2).needs()).containsExactly(1);
  }
}
