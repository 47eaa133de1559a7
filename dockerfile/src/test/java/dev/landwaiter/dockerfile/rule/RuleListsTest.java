package dev.landwaiter.dockerfile.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.Fixable;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The lists of rules hold every rule there is, once.
class RuleListsTest {
  private static final Path SOURCES =
      Path.of(
          System.getProperty("landwaiter.root", ".."),
          "dockerfile/src/main/java/dev/landwaiter/dockerfile/rule");

  static List<Rule> rules() {
    return RulesTest.rules();
  }

  @Test
  void everyRuleIsInItsListOnce() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<String> written =
          files.filter(RuleListsTest::isRule).map(RuleListsTest::name).sorted().toList();
      assertThat(written).isNotEmpty();
      assertThat(rules().stream().map(each -> each.getClass().getSimpleName()))
          .containsExactlyInAnyOrderElementsOf(written);
    }
  }

  @Test
  void everyRuleHasCasesThatItCatchesAndSomeThatItDoesNot() throws IOException {
    assertThat(RuleCase.ids())
        .containsExactlyInAnyOrderElementsOf(
            rules().stream().map(each -> each.info().id()).toList());
    for (String id : RuleCase.ids()) {
      List<RuleCase> cases = RuleCase.of(id);
      assertThat(cases).as(id).anyMatch(each -> each.expected().isEmpty());
      assertThat(cases).as(id).anyMatch(each -> !each.expected().isEmpty());
      assertThat(cases).as(id).anyMatch(each -> each.text().contains("ONBUILD"));
      assertThat(cases).as(id).anyMatch(each -> each.text().contains("<<"));
      assertThat(cases).as(id).anyMatch(each -> each.text().contains("\\\n"));
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleSaysWhatItIs(Rule rule) {
    RuleInfo info = rule.info();
    assertThat(info.id()).isEqualTo(rule.getClass().getSimpleName());
    assertThat(List.of(info.what(), info.why(), info.how()))
        .allSatisfy(each -> assertThat(each).isNotBlank().doesNotContain("\n").doesNotEndWith("."));
    assertThat(info.aliases()).doesNotContain(info.id()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleMendsWhatItSays(Rule rule) throws IOException {
    List<Fix> fixes =
        RuleCase.of(rule.info().id()).stream()
            .flatMap(each -> RulesTest.findings(rule, each).stream())
            .flatMap(each -> each.fix().stream())
            .toList();
    assertThat(rule.info().fixable())
        .isEqualTo(
            fixes.isEmpty()
                ? Fixable.NO
                : fixes.stream().anyMatch(Fix::safe) ? Fixable.WRITTEN : Fixable.SHOWN);
  }

  private static boolean isRule(Path file) {
    try {
      return file.toString().endsWith(".java")
          && Files.readString(file).contains(" implements Rule {");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ".java".length());
  }
}
