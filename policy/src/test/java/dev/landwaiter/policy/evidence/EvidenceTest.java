package dev.landwaiter.policy.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.run.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {
  private static final Path CASES =
      Path.of(System.getProperty("landwaiter.root"), "policy/src/test/resources/evidence");

  @TestFactory
  Stream<DynamicTest> pointsWhereAReaderWouldPoint() throws IOException {
    var tests = new ArrayList<DynamicTest>();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.sorted().toList()) {
        for (EvidenceCase one : CaseReader.read(Files.readAllLines(file))) {
          tests.add(
              DynamicTest.dynamicTest(
                  file.getFileName() + ": " + one.name(),
                  () -> assertThat(one.found()).isEqualTo(one.expected())));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(1);
    return tests.stream();
  }

  @Test
  void manyThreadsShareOne() throws Exception {
    Policy policy =
        Policy.compile(
            Map.of(
                "a.rego",
                """
                package main

                deny contains msg if {
                  some c in input.containers
                  not c.image
                  msg := c.name
                }
                """),
            ObjectValue.EMPTY);
    Evidence evidence = Evidence.of(policy);
    Value input =
        Json.parse(
            "input",
            """
            {"containers": [{"name": "a", "image": "x"}, {"name": "b"}]}
            """);
    List<String> paths =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(i -> {
              return evidence
                  .of(List.of("main", "deny"), input, ObjectValue.EMPTY, EvidenceCase.WORLD)
                  .path(Value.of("b"))
                  .toString();
            })
            .distinct()
            .toList();
    assertThat(paths).containsExactly(List.of(Value.of("containers"), Value.of(1)).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Each rule asks for the one before twice.
        "r0 if input.x\n%s\ndeny contains \"m\" if r40",
        "deny contains \"m\" if { numbers.range(1, 1000)[i]; numbers.range(1, 1000)[j]; i * j == -1"
            + " }\n"
            + "deny contains \"m\" if input.x",
        "deny contains \"m\" if { count(input.nothing) > 0 }",
        "deny contains msg if { msg := http.send({\"url\": \"http://localhost\", \"method\":"
            + " \"get\"}).body }",
        "other if true",
      })
  void knowsNothingOfWhatCannotBeFollowed(String rules) throws Exception {
    String chain =
        IntStream.rangeClosed(1, 40)
            .mapToObj(i -> "r%d if { r%d; r%d }".formatted(i, i - 1, i - 1))
            .collect(Collectors.joining("\n"));
    Policy policy =
        Policy.compile(
            Map.of("a.rego", "package main\n\n" + rules.replace("%s", chain)), ObjectValue.EMPTY);
    Value input = Json.parse("input", "{\"x\": true}");
    Footing footing =
        Evidence.of(policy)
            .of(List.of("main", "deny"), input, ObjectValue.EMPTY, EvidenceCase.WORLD);
    assertThat(footing.path(Value.of("m"))).isEmpty();
    assertThat(footing.pathOfMany(Value.of("m"))).isEmpty();
  }

  @Test
  void standsDeepAndLargeInputs() throws Exception {
    Policy policy =
        Policy.compile(
            Map.of(
                "a.rego",
                "package main\n\ndeny contains \"m\" if { walk(input, [_, x]); x == \"bad\" }"),
            ObjectValue.EMPTY);
    Evidence evidence = Evidence.of(policy);
    Value deep = Value.of("bad");
    for (int i = 0; i < 100_000; i++) {
      deep = ArrayValue.of(deep);
    }
    Value large = new ArrayValue(IntStream.range(0, 600_000).mapToObj(i -> Value.of(i)).toList());
    for (Value input : List.of(deep, large)) {
      assertThat(
              evidence
                  .of(List.of("main", "deny"), input, ObjectValue.EMPTY, EvidenceCase.WORLD)
                  .path(Value.of("m")))
          .isEmpty();
    }
  }
}
