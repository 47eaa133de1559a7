package dev.landwaiter.rego.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.ClosedWorld;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.World;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final World WORLD =
      new ClosedWorld(Clock.fixed(NOW, ZoneOffset.UTC), () -> 0, new SplittableRandom(1));

  private static final String APP =
      """
      package app

      default allow := false

      allow if input.user in data.admins

      deny contains $"{item} is not for sale" if {
      	some item in input.items
      	not item in data.shop.items
      }

      slow := count([1 | some _ in numbers.range(1, 10000000)])

      now := time.now_ns()

      page := http.send({"method": "get", "url": "http://localhost/"})
      """;

  private static ObjectValue data() throws Exception {
    return (ObjectValue)
        Json.parse("data", "{\"admins\": [\"ann\"], \"shop\": {\"items\": [\"tea\"]}}");
  }

  private static Policy policy() throws Exception {
    return Policy.compile(Map.of("app.rego", APP), data());
  }

  @Test
  void aQueryIsPreparedOnceAndEvaluatedForEachInput() throws Exception {
    PreparedQuery query = policy().prepare("data.app.allow");
    assertThat(value(query, "{\"user\": \"ann\"}")).isEqualTo(Value.of(true));
    assertThat(value(query, "{\"user\": \"bob\"}")).isEqualTo(Value.of(false));
  }

  private static Value value(PreparedQuery query, String input) throws Exception {
    return query
        .evaluate(Json.parse("input", input), WORLD)
        .results()
        .getFirst()
        .values()
        .getFirst();
  }

  @Test
  void variablesOfAQueryAreBoundInEachResult() throws Exception {
    var answer =
        policy()
            .prepare("some message in data.app.deny")
            .evaluate(Json.parse("input", "{\"items\": [\"cup\", \"tea\", \"pot\"]}"), WORLD);
    assertThat(answer.results().stream().map(result -> result.bindings().get("message")))
        .containsExactly(Value.of("cup is not for sale"), Value.of("pot is not for sale"));
  }

  @Test
  void positionsLeadFromValuesToTheirExpressions() throws Exception {
    PreparedQuery query = policy().prepare("x := 1; data.app.allow");
    assertThat(query.positions()).extracting(at -> at.column()).containsExactly(1, 9);
    assertThat(query.positions().get(1).text()).isEqualTo("data.app.allow");
  }

  @Test
  void otherDocumentsNeedNoNewCompilation() throws Exception {
    ObjectValue other = (ObjectValue) Json.parse("data", "{\"admins\": [\"bob\"]}");
    PreparedQuery query = policy().with(other).prepare("data.app.allow");
    assertThat(value(query, "{\"user\": \"bob\"}")).isEqualTo(Value.of(true));
  }

  @Test
  void brokenModulesNameEveryMistakeWithItsPlace() {
    assertThatThrownBy(
            () -> Policy.compile(Map.of("a.rego", "package a\n\np := x\n"), ObjectValue.EMPTY))
        .isInstanceOf(RegoException.class)
        .hasMessage("1 error occurred: a.rego:3: rego_unsafe_var_error: var x is unsafe");
  }

  @Test
  void walkingAPackagePassesOverItsFunctions() throws Exception {
    String module = "package a\n\nf(x) := x\n\ng(x) := x\n\nq := 1\n";
    PreparedQuery query =
        Policy.compile(Map.of("a.rego", module), ObjectValue.EMPTY).prepare("data.a[name]");
    assertThat(query.evaluate(ObjectValue.EMPTY, WORLD).results()).hasSize(1);
  }

  @Test
  void aBudgetEndsAnEvaluation() throws Exception {
    PreparedQuery query = policy().prepare("data.app.slow");
    assertThatThrownBy(() ->
            query.evaluate(
                Optional.empty(), WORLD, new Budget(Long.MAX_VALUE, 5_000, Long.MAX_VALUE, 100)))
        .hasMessageContaining("eval_cancel_error");
  }

  @Test
  void theClockIsTheWorldsAndTheNetworkIsClosed() throws Exception {
    assertThat(value(policy().prepare("data.app.now"), "{}"))
        .isEqualTo(Value.of(NOW.getEpochSecond() * 1_000_000_000));
    var answer = policy().prepare("data.app.page").evaluate(ObjectValue.EMPTY, WORLD);
    assertThat(answer.results()).isEmpty();
    assertThat(answer.builtinErrors().getFirst().message()).contains("the network is closed");
  }

  @Test
  void threadsShareOnePreparedQuery() throws Exception {
    PreparedQuery query = policy().prepare("data.app.allow");
    try (var pool = Executors.newFixedThreadPool(8)) {
      List<Callable<Value>> asked =
          IntStream.range(0, 2_000)
              .mapToObj(i ->
                  (Callable<Value>)
                      () -> value(query, "{\"user\": \"" + (i % 2 == 0 ? "ann" : "bob") + "\"}"))
              .toList();
      var answers = pool.invokeAll(asked);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(get(answers.get(i))).isEqualTo(Value.of(i % 2 == 0));
      }
    }
  }

  private static Value get(Future<Value> future) throws InterruptedException, ExecutionException {
    return future.get();
  }
}
