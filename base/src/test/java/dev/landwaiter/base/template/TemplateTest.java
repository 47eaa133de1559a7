package dev.landwaiter.base.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static final String DATA =
      """
      {"name": "a<b", "n": 3, "half": 1.5, "xs": ["p", "q"], "none": null, "yes": true,
       "map": {"k2": "v2", "k1": "v1"}, "rules": [{"ID": "A", "Points": -9}, {"ID": "B", "Points": 1}]}
      """;

  private static final TemplateDialect DIALECT =
      new TemplateDialect(
          "page",
          Map.of(
              "upper",
              TemplateFunction.ofText(text -> text.toUpperCase(Locale.ROOT)),
              "count",
              TemplateFunction.ofAll(arguments -> (long) arguments.size()),
              "answer",
              new TemplateFunction(0, arguments -> 42L)),
          false);

  private static String run(String template, Effort<TemplateException> effort) throws Exception {
    Value data = Json.parse("data", DATA);
    return Template.parse(template, DIALECT).run(data, effort);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      textBlock =
          """
          {{ .name }}                                                     ¦ a<b
          {{ .n }} {{ .half }} {{ .yes }} {{ .none }} {{ .missing }}      ¦ 3 1.5 true <no value> <no value>
          {{ .xs }} {{ .map }}                                            ¦ [p q] map[k1:v1 k2:v2]
          {{ range $i, $x := .xs }}{{ $i }}={{ $x }};{{ end }}            ¦ 0=p;1=q;
          {{ range $k, $v := .map }}{{ $k }}{{ $v }};{{ end }}            ¦ k1v1;k2v2;
          {{ range .nothing }}x{{ else }}empty{{ end }}                   ¦ empty
          {{ range .xs }}{{ if eq . "q" }}{{ break }}{{ end }}{{ . }}{{ end }} ¦ p
          {{ with .map }}{{ .k1 }}{{ $.n }}{{ end }}                      ¦ v13
          {{ if and .yes (gt .n 2) }}a{{ else if .n }}b{{ else }}c{{ end }} ¦ a
          {{ define "row" }}[{{ . }}]{{ end }}{{ template "row" .n }}     ¦ [3]
          {{ block "b" .xs }}{{ len . }}{{ end }}                         ¦ 2
          {{ $t := "x" }}{{ $t = "y" }}{{ $t }}                           ¦ y
          {{ .name | upper | printf "%q" }}                               ¦ "A<B"
          {{ printf "%03d %-4s| %.1f %v" .n "ab" .half .xs }}             ¦ ~003 ab  | 1.5 [p q]~
          {{ index .xs 1 }} {{ index .map "k2" }} {{ slice .name 1 }}     ¦ q v2 <b
          {{ html .name }} {{ js "<" }} {{ urlquery "a b/" }}             ¦ a&lt;b \\u003C a+b%2F
          {{ count 1 2 3 }} {{ answer }} {{ add1 }}                       ¦ !template: page:1: function "add1" not defined
          {{ upper .n }}                                                  ¦ !template: page:1:3: executing "page" at <upper .n>: error calling upper: wrong type for value; expected string; got int
          {{ (index .rules 1).ID }}                                       ¦ B
          {{ range .rules }}{{ if lt .Points 0 }}{{ .ID }}{{ end }}{{ end }} ¦ A
          {{ .name.first }}                                               ¦ !template: page:1:8: executing "page" at <.name.first>: can't evaluate field first in type interface {}
          {{ 1e6 }} {{ 100000.0 }} {{ 0x10 }}                             ¦ 1e+06 100000 16
          a {{- " b " -}} c                                               ¦ a b c
          {{/* nothing */}}x                                              ¦ x
          {{ if .n }}                                                     ¦ !template: page:1: unexpected EOF
          """)
  void actionsDoWhatTheyDoInGo(String template, String wanted) throws Exception {
    String got;
    try {
      got = run(template, Effort.of(1_000));
    } catch (TemplateException e) {
      got = "!" + e.getMessage();
    }
    assertThat(got).isEqualTo(wanted);
  }

  @Test
  void effortEndsARun() {
    String forever = "{{ define \"x\" }}{{ template \"x\" . }}{{ end }}{{ template \"x\" . }}";
    assertThatThrownBy(() -> run(forever, Effort.of(1_000_000)))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("exceeded maximum template depth");
    String wide = "{{ range 1000000000 }}{{ . }}{{ end }}";
    assertThatThrownBy(() -> run(wide, Effort.of(10_000)))
        .hasMessageContaining("more than the 10000 allowed");
    assertThatThrownBy(() -> run("{{ printf \"%900000d\" 1 }}", Effort.of(10_000)))
        .hasMessageContaining("more than the 10000 allowed");
  }

  @Test
  void numbersOfTheDataMayBeTexts() throws Exception {
    var texts = new TemplateDialect("page", Map.of(), true);
    String template = "{{ if .n }}{{ printf \"%s\" .n }}{{ end }}";
    assertThat(Template.parse(template, texts).run(Json.parse("data", DATA), Effort.of(100)))
        .isEqualTo("3");
    assertThat(List.of(texts.name())).containsExactly("page");
  }
}
