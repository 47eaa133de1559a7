package dev.landwaiter.rego.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HostilePoliciesTest {
  @Test
  void typesThatDoubleAreGivenUp() {
    String rules =
        IntStream.range(1, 60)
            .mapToObj(i -> "r" + i + " := {\"a\": r" + (i - 1) + ", \"b\": r" + (i - 1) + "}\n")
            .collect(Collectors.joining());
    assertThat(Checking.check("package p\nr0 := 1\n" + rules, Optional.empty())).isEmpty();
    String locals =
        IntStream.range(1, 60)
            .mapToObj(i -> "x" + i + " := [x" + (i - 1) + ", x" + (i - 1) + "]\n")
            .collect(Collectors.joining());
    assertThat(Checking.check("package p\np if {\nx0 := 1\n" + locals + "}\n", Optional.empty()))
        .isEmpty();
  }

  @Test
  void comprehensionsInsideEachOtherAreCheckedOnceEach() {
    String deep = "[x | x := ".repeat(25) + "1" + "]".repeat(25);
    assertThat(Checking.check("package p\np := " + deep + "\n", Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"$ref\":\"#\"}",
        "{\"anyOf\":[{\"$ref\":\"#\"},{\"type\":\"string\"}]}",
        "{\"properties\":{\"a\":{\"$ref\":\"#\"}}}",
        "{\"$ref\":\"#/definitions/a\",\"definitions\":{\"a\":{\"$ref\":\"#/definitions/b\"},"
            + "\"b\":{\"anyOf\":[{\"$ref\":\"#/definitions/a\"},{\"items\":{\"$ref\":\"#\"}}]}}}",
        "{\"allOf\":[{\"$ref\":\"#\"}]}",
      })
  void schemasThatHoldThemselvesEnd(String schema) throws FormatException {
    var schemas = new Schemas(Optional.of(Json.parse("s.json", schema)), Map.of());
    String module =
        """
        package p
        p := input.a.a.a.a
        q := [x | x := input.a[_][_]]
        r if input == input.a
        s if {"a": {"a": input}} = input.a
        """;
    assertThat(Checking.check(module, Optional.of(schemas))).doesNotContain("overflow");
  }
}
