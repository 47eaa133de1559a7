package dev.landwaiter.rego.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgramTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "allowlist",
        "array-1000",
        "group-by-1000",
        "object-1000",
        "rbac",
        "text",
        "virtual-100x100",
        "walk"
      })
  void answersAlikeOnEightThreadsAndWithoutIndex(String name) throws Exception {
    Path folder = Shared.path("bench/rego/" + name);
    Policies policies = Policies.of(text(folder, "policy.rego"), text(folder, "query"));
    Documents documents = Policies.documents(text(folder, "data.json"), text(folder, "input.json"));
    Answer searched = policies.searched(documents, Policies.settings());
    Prepared prepared = policies.prepared();
    List<Callable<Answer>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      boolean indexing = i % 2 == 0;
      for (int round = 0; round < 5; round++) {
        calls.add(
            () -> prepared.evaluate(documents, Policies.settings(Budget.NONE, false, indexing)));
      }
    }
    assertThat(searched.results()).hasSize(1);
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var answer : threads.invokeAll(calls)) {
        assertThat(answer.get().results()).isEqualTo(searched.results());
      }
    }
  }

  private static String text(Path folder, String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Grouped comprehensions, their errors, and the same names outside and inside.
        "p := {k: vs | some k in input.ks; vs := [o.v | some o in input.os; o.k == k]}",
        "p := {k: vs | some k in input.ks; vs := {n | some o in input.os; o.k == k; n := 1 / o.v}}",
        "p := {k: vs | some k in input.ks; vs := {o.k: o.v | some o in input.os; o.k == k}}",
        "p := {x | some k in input.ks; some j in input.ks; x := [o | some o in input.os; "
            + "o.k == k; o.other == j]}",
        "p := {x | some k in input.ks; x := [o | some o in input.os; not o.k == k]}",
        "p := [x | some k in input.ks; x := count([o | some o in input.os; o.k == k; "
            + "count([1 | some q in input.os; q.k == k]) > 0])]",
        // An index by argument and one by input, with conflicts and defaults.
        "p := [f(x) | some x in input.ks]\nf(\"a\") := 1\nf(\"b\") := 2\nf(\"c\") := 3\n"
            + "f(x) := 1 if x == \"a\"\ndefault f(_) := 9",
        "p := q\ndefault q := 0\nq := 1 if input.x == 1\nq := 2 if input.x == 2\n"
            + "q := 3 if input.x == 3\nq := 2 if input.y",
        "p := q\nq := 1 if input.y\nq := 2 if input.x == 2\nq := 3 if input.x == 3",
        // Keys asked for, one by one and all.
        "p := [q[\"a\"], q]\nq[k] := o.v if { some o in input.os; k := o.k; o.v > 1 }",
        "p := [\"a\" in q, q[\"zz\"]]\nq contains k if some k in input.ks",
        "p := r.a.n\nr[k].n contains v if { some o in input.os; k := o.k; v := o.v }",
        "p := [x | some x; r[x].n[2]]\nr[k].n contains v if { some o in input.os; k := o.k; "
            + "v := o.v }",
        "p := q[\"a\"]\nq[k] := o.v if { some o in input.os; k := o.k }",
        // Replacements.
        "p := [q, x] if x := q with input.x as 7\nq := input.x",
        "p := [q | some y in [1, 2]; q := f(y) with f as g]\nf(x) := x + 1\ng(x) := f(x) * 10",
        "p := x if x := count([1]) with count as 42",
        "p := x if x := data.policy.q with data.policy.q as {\"z\": 1}\nq := 2",
        "p := x if x := data.policy.sub with data.policy.sub.a as 5",
        // Walks.
        "p := [path | walk(input.os, [path, v]); v == \"a\"]",
        "p := [v | walk(input, [[\"os\", 1, _], v])]",
        "p := [v | walk(input, [[\"ks\"], v])]",
        "p := [x | walk(input.ks, x)]",
        // Patterns and iteration.
        "p := [a | [a, 1] = [x, y]; x = input.ks[_]; y = 1]",
        "p := [[a, b] | {\"k\": a, \"v\": b, \"other\": _} = input.os[_]]",
        "p := {[i, j] | input.ks[i] == input.ks[j]; i < j}",
        "p if { every o in input.os { o.v > 0 } }",
        "p := [regex.match(\"^[a-c]$\", k) | some i in numbers.range(1, 50); some k in input.ks]"
      })
  void answersAsTheSearchDoes(String rules) throws Exception {
    Policies policies = Policies.of("package policy\n" + rules, "data.policy.p = x");
    Documents documents =
        Policies.documents(
            "{\"policy\": {\"sub\": {\"a\": 1, \"b\": 2}}}",
            """
            {"x": 2, "y": true, "ks": ["a", "b", "zz", "é"], "os": [
              {"k": "a", "v": 1, "other": "b"},
              {"k": "a", "v": 2, "other": "a"},
              {"k": "c", "v": 0, "other": "c"}]}
            """);
    for (boolean strict : new boolean[] {false, true}) {
      for (boolean indexing : new boolean[] {false, true}) {
        var settings = Policies.settings(Budget.NONE, strict, indexing);
        assertThat(outcome(() -> policies.prepared().evaluate(documents, settings)))
            .isEqualTo(outcome(() -> policies.searched(documents, settings)));
      }
    }
  }

  private interface Evaluating {
    Answer evaluate() throws RegoException;
  }

  private static String outcome(Evaluating evaluating) {
    try {
      return evaluating.evaluate().results().toString();
    } catch (RegoException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void callsOfTheSameAreNotRepeatedWithoutEnd() throws Exception {
    var rules = new StringBuilder("package policy\nf0(x) := x if input.a[_] == x\n");
    for (int i = 1; i <= 60; i++) {
      rules.append("f%d(x) := f%d(x) + f%d(x)\n".formatted(i, i - 1, i - 1));
    }
    Answer answer =
        Policies.of(rules.toString(), "data.policy.f60(1) = x")
            .prepared()
            .evaluate(Policies.documents("{}", "{\"a\": [1]}"), Policies.settings());
    assertThat(answer.results().getFirst().bindings().get("x")).hasToString("1152921504606846976");
  }

  @Test
  void aLongBodyTakesLittleStack() throws Exception {
    var body = new StringBuilder("package policy\np := x if {\n  x := input.a\n");
    for (int i = 0; i < 20_000; i++) {
      body.append("  x != ").append(i + 10).append('\n');
    }
    Answer answer =
        Policies.of(body.append("}\n").toString(), "data.policy.p = x")
            .prepared()
            .evaluate(Policies.documents("{}", "{\"a\": 1}"), Policies.settings());
    assertThat(answer.results()).hasSize(1);
  }

  @Test
  void endsWhenItsStepsAreUsedUp() throws Exception {
    Policies policies =
        Policies.of(
            "package policy\np := count([1 | some a in r; some b in r; some c in r; a + b == c])\n"
                + "r := numbers.range(1, 1000)",
            "data.policy.p");
    Budget budget = new Budget(Long.MAX_VALUE, 100_000, Long.MAX_VALUE, Budget.DEPTH);
    assertThatThrownBy(() ->
            policies
                .prepared()
                .evaluate(Policies.documents("{}", "{}"), Policies.settings(budget, false, true)))
        .hasMessage(
            "1 error occurred: eval_cancel_error: the evaluation took more than the 100000 steps"
                + " allowed");
  }

  @Test
  void endsWhenItsMemoryIsUsedUp() throws Exception {
    Policies policies =
        Policies.of(
            "package policy\np := [[a, b] | some a in r; some b in r]\nr := numbers.range(1, 3000)",
            "data.policy.p");
    Budget budget = new Budget(Long.MAX_VALUE, Long.MAX_VALUE, 100_000, Budget.DEPTH);
    assertThatThrownBy(() ->
            policies
                .prepared()
                .evaluate(Policies.documents("{}", "{}"), Policies.settings(budget, false, true)))
        .hasMessageContaining("eval_cancel_error: the evaluation made more than the 100000 values");
  }

  @Test
  void rulesOnTopOfEachOtherEndInAnErrorAndNotInAnOverflow() throws Exception {
    var rules = new StringBuilder("package policy\np0 := 1\n");
    for (int i = 1; i <= 3_000; i++) {
      rules.append("p%d := p%d + 1\n".formatted(i, i - 1));
    }
    Policies policies = Policies.of(rules.toString(), "data.policy.p3000");
    Budget budget = new Budget(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, 500);
    assertThatThrownBy(() ->
            policies
                .prepared()
                .evaluate(Policies.documents("{}", "{}"), Policies.settings(budget, false, true)))
        .hasMessageContaining("eval_cancel_error: rules call each other more than 500 deep");
  }
}
