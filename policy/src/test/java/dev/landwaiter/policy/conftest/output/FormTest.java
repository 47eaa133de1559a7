package dev.landwaiter.policy.conftest.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.conftest.CheckResult;
import dev.landwaiter.policy.conftest.Message;
import dev.landwaiter.policy.conftest.Origin;
import dev.landwaiter.policy.conftest.Place;
import dev.landwaiter.policy.conftest.RuleAbout;
import dev.landwaiter.testing.Golden;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every form with all kinds of messages, with and without places; golden files hold the texts.
class FormTest {
  private static final Place PLACE =
      new Place("a,b.yaml", new Span(new Position(3, 5), new Position(4, 1)), "spec.x[0]");
  private static final ObjectValue METADATA =
      new ObjectValue(
          Map.of(
              Value.of("query"), Value.of("data.main.deny_a"), Value.of("id"), Value.of("<R1>")));

  private static final List<CheckResult> RESULTS =
      List.of(
          new CheckResult(
              "a,b.yaml",
              "main",
              1,
              List.of(),
              List.of(Message.of("careful: 100%")),
              List.of(
                  new Message("two\nlines", Optional.empty(), METADATA, Optional.of(PLACE)),
                  new Message(
                      "elsewhere",
                      Optional.of(new Origin("other.yaml", Optional.of(NumberValue.of(9)))),
                      METADATA,
                      Optional.empty())),
              List.of(Message.of("data.main.exception[_][_] == \"a\"")),
              List.of()),
          new CheckResult("-", "other", 2, List.of(), List.of(), List.of(), List.of(), List.of()),
          new CheckResult(
              "policy/p_test.rego",
              "",
              0,
              List.of(Message.of("data.main.todo_test_x")),
              List.of(),
              List.of(),
              List.of(),
              List.of()));

  @ParameterizedTest
  @EnumSource
  void asTheOriginal(Form form) throws IOException {
    check(
        "classic", form, new ReportOptions(false, true, true, true, true, false, "dev", Map.of()));
  }

  @ParameterizedTest
  @EnumSource
  void withPlaces(Form form) throws IOException {
    var about = new RuleAbout("No A", "It is bad.\n", "https://rules.example/a");
    check(
        "placed",
        form,
        new ReportOptions(
            true, false, false, false, false, true, "1", Map.of("data.main.deny_a", about)));
  }

  private static void check(String kind, Form form, ReportOptions options) throws IOException {
    Golden.check("conftest/" + kind + "." + form.id(), form.report(RESULTS, options));
  }

  @Test
  void standardInputIsADashAlone() {
    var result =
        new CheckResult(
            "-", "main", 0, List.of(), List.of(), List.of(Message.of("no")), List.of(), List.of());
    var options = new ReportOptions(false, true, true, true, false, false, "dev", Map.of());
    assertThat(Form.STDOUT.report(List.of(result), options)).startsWith("FAIL - - main - no\n");
    assertThat(Form.TAP.report(List.of(result), options)).endsWith("not ok 1 - - main - no\n");
    assertThat(Form.JSON.report(List.of(result), options)).contains("\"filename\": \"\",");
  }

  @Test
  void nothingIsStillAReport() {
    var options = new ReportOptions(false, true, true, true, false, false, "dev", Map.of());
    assertThat(Form.JSON.report(List.of(), options)).isEqualTo("null\n");
    assertThat(Form.TABLE.report(List.of(), options)).isEmpty();
    assertThat(Form.JUNIT.report(List.of(), options)).endsWith("?>\n<testsuites></testsuites>\n");
    assertThat(Form.named("yaml")).isEmpty();
  }
}
