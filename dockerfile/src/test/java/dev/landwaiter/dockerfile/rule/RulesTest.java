package dev.landwaiter.dockerfile.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.rule.all.BuilderRules;
import dev.landwaiter.dockerfile.rule.all.ClassicRules;
import dev.landwaiter.dockerfile.rule.all.OwnRules;
import dev.landwaiter.dockerfile.run.SingleRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule finds what its cases say, at that place, and nothing else.
class RulesTest {
  static Stream<RuleCase> cases() throws IOException {
    var all = new ArrayList<RuleCase>();
    for (String id : RuleCase.ids()) {
      all.addAll(RuleCase.of(id));
    }
    return all.stream();
  }

  /// All lists there are.
  static List<Rule> rules() {
    return Stream.of(ClassicRules.ALL, BuilderRules.ALL, OwnRules.ALL)
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theRuleFindsThis(RuleCase one) {
    Rule rule =
        rules().stream()
            .filter(each -> each.info().id().equals(one.id()))
            .findFirst()
            .orElseThrow();
    List<Finding> findings = findings(rule, one);
    assertThat(findings.stream().map(RulesTest::shown)).isEqualTo(one.expected());
    assertThat(findings).allSatisfy(each -> assertThat(each.line()).isPositive());
    assertThat(findings)
        .allSatisfy(each -> assertThat(each.message()).doesNotContain("\n").doesNotEndWith("."));
    assertThat(findings)
        .allSatisfy(
            each -> assertThat(each.message()).doesNotMatch("(an?|the|no|it|only|everybody) .*"));
    one.mended().ifPresent(text -> assertThat(mend(one.text(), findings)).isEqualTo(text));
  }

  /// What a rule finds in a case, in file order.
  static List<Finding> findings(Rule rule, RuleCase one) {
    return SingleRule.find(
            rule, one.text(), one.classic(), one.settings(), one.ignoreFile(), one.input())
        .stream()
        .sorted(Comparator.comparing((Finding each) -> each.span().start()))
        .toList();
  }

  private static String shown(Finding finding) {
    Position start = finding.span().start();
    return start.line() + ":" + start.column() + " " + finding.id();
  }

  private static String mend(String text, List<Finding> findings) {
    var mended = new StringBuilder(text);
    findings.stream()
        .flatMap(each -> each.fix().stream())
        .flatMap(each -> each.edits().stream())
        .sorted(Comparator.comparing((Edit each) -> each.span().start()).reversed())
        .forEach(each ->
            mended.replace(
                offset(text, each.span().start()), offset(text, each.span().end()), each.text()));
    return mended.toString();
  }

  private static int offset(String text, Position place) {
    int start = 0;
    for (int line = 1; line < place.line(); line++) {
      start = text.indexOf('\n', start) + 1;
    }
    return text.offsetByCodePoints(start, place.column() - 1);
  }
}
