package dev.landwaiter.rego.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Not;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Term;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {
  private static final ParserSettings V1 = ParserSettings.of(RegoVersion.V1);

  private static Rule rule(String text, ParserSettings settings) throws RegoException {
    return Parser.parseModule(new Source("a.rego", "package a\n" + text), settings)
        .rules()
        .getLast();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "1 + 2 * 3 ~ plus(1, mul(2, 3))",
        "a - b - c ~ minus(minus(a, b), c)",
        "-x ~ minus(0, x)",
        "- 1 ~ -1",
        "a | b & c ~ or(a, and(b, c))",
        "a < b in c ~ internal.member_2(lt(a, b), c)",
        "[(k, v in c)] ~ [internal.member_3(k, v, c)]",
        "{a | b} ~ {a | b}",
        "{(a | b)} ~ {or(a, b)}",
        "{a | b, c} ~ {c, or(a, b)}",
        "{a: b | c} ~ {a: b | c}",
        "input.if[x]['b c'] ~ input[\"if\"][x][\"b c\"]",
        "set() ~ set()",
        "f(x)[0].y(z) ~ f(x)[0].y(z)",
        "$'a{x}b' ~ $\"a{x}b\"",
        "contains(a, b) ~ contains(a, b)",
        "[, 1, 2,] ~ [1, 2]",
      })
  void terms(String written, String printed) throws RegoException {
    Term term = Parser.parseTerm(new Source("", written.replace('\'', '"')), V1);
    assertThat(term).hasToString(printed);
  }

  @Test
  void placesCountCodePoints() throws RegoException {
    Rule rule = rule("p := \"\ud83d\ude00\" == x", V1);
    var second = (dev.landwaiter.rego.syntax.Call) rule.head().value().orElseThrow();
    assertThat(second.arguments().getLast().at().column()).isEqualTo(13);
    assertThat(second.at().text()).isEqualTo("\"\ud83d\ude00\" == x");
  }

  @Test
  void twoPartsAreASetInVersion0AndAnObjectInVersion1() throws RegoException {
    assertThat(rule("p[x] { x := 1 }", ParserSettings.of(RegoVersion.V0)).head().isMultiValue())
        .isTrue();
    assertThat(rule("p[x] if { x := 1 }", V1).head()).hasToString("p[x] = true");
  }

  @Test
  void chainedBodiesAreRules() throws RegoException {
    Module module =
        Parser.parseModule(
            new Source("a.rego", "package a\nf(_) = 1 { true } { false }"),
            ParserSettings.of(RegoVersion.V0));
    assertThat(module.rules())
        .extracting(Rule::toString)
        .containsExactly("f(_) = 1 if { true }", "f(_) = 1 if { false }");
    assertThat(module.rules().getLast().head().args())
        .isNotEqualTo(module.rules().getFirst().head().args());
  }

  @Test
  void bracesAreAValueUnlessTheyAreASet() throws RegoException {
    assertThat(rule("p if {\"a\": 1}", V1).body()).hasToString("{\"a\": 1}");
    assertThat(rule("p if {x}", V1).body()).hasToString("x");
    assertThat(rule("p if {{x}}", V1).body()).hasToString("{x}");
  }

  @Test
  void negationWrapsWhereItIsAskedFor() throws RegoException {
    assertThat(rule("p if not x", V1).body().expressions().getFirst().negated()).isTrue();
    assertThat(rule("p if not x", V1.extraKeywords(Set.of("not"))).body().expressions().getFirst())
        .extracting("content")
        .isInstanceOf(Not.class);
    assertThat(rule("import future.keywords.not\np if not { x; y }", V1).body())
        .hasToString("not { x; y }");
    assertThat(
            Parser.parseModule(new Source("", "package a\nimport future.keywords"), V1).keywords())
        .doesNotContain("not");
  }

  @Test
  void aByteThatIsNoTextIsReported() {
    byte[] bytes = "package a\np := \"x?\"".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    bytes[17] = (byte) 0xFF;
    assertThatThrownBy(() -> Parser.parseModule(new Source("a.rego", SourceText.decode(bytes)), V1))
        .hasMessageContaining("illegal utf-8 character")
        .hasMessageContaining("p := \"x\uFFFD\"");
  }

  @ParameterizedTest
  @CsvSource({
    "1e100000, number too big",
    "1e400, ''",
    "01, leading zero",
    "1e-99999999999, number too big"
  })
  void numbers(String text, String error) throws RegoException {
    if (error.isEmpty()) {
      assertThat(Parser.parseTerm(new Source("", text), V1)).hasToString(text);
    } else {
      assertThatThrownBy(() -> Parser.parseTerm(new Source("", text), V1))
          .hasMessageContaining(error);
    }
  }
}
