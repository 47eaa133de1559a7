package dev.landwaiter.rego.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.compile.QueryCompiler;
import dev.landwaiter.rego.compile.QuerySettings;
import dev.landwaiter.rego.conformance.StillWorld;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.type.Capabilities;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Limits of the search, and what the original's cases do not ask.
final class SearchTest {
  private static final Capabilities CAPABILITIES =
      Capabilities.current(
          RegoVersion.V1, Builtins.all().values().stream().map(Builtin::declaration).toList());

  private static Answer evaluate(String policy, String query, Budget budget) throws RegoException {
    var parsing = ParserSettings.of(RegoVersion.V1).capabilities(CAPABILITIES);
    CompiledPolicy compiled =
        Compiler.compile(
            List.of(Parser.parseModule(new Source("p.rego", policy), parsing)),
            CompilerSettings.of(CAPABILITIES));
    return new Search(compiled, Builtins.all())
        .evaluate(
            QueryCompiler.compile(
                compiled, Parser.parseQuery(new Source("", query), parsing), QuerySettings.PLAIN),
            new Documents(ObjectValue.EMPTY, Optional.empty()),
            new Settings(new StillWorld(), budget, false, true, true, _ -> {}, CAPABILITIES),
            Optional.empty());
  }

  private static Value x(Answer answer) {
    return answer.results().getFirst().bindings().getOrDefault("x", Value.of("none"));
  }

  @Test
  void endsWhenItsStepsAreUsedUp() {
    var budget = new Budget(Long.MAX_VALUE, 10_000, Long.MAX_VALUE, Budget.DEPTH);
    assertThatThrownBy(() ->
            evaluate(
                "package p\nxs := numbers.range(1, 1000)\n"
                    + "q if {\n some a in xs\n some b in xs\n some c in xs\n a + b + c < 0\n}",
                "data.p.q = x",
                budget))
        .isInstanceOf(RegoException.class)
        .hasMessageContaining("eval_cancel_error")
        .hasMessageContaining("10000 steps");
  }

  @Test
  void endsWhenItsMemoryIsUsedUp() {
    var budget = new Budget(Long.MAX_VALUE, Long.MAX_VALUE, 100_000, Budget.DEPTH);
    assertThatThrownBy(() ->
            evaluate(
                "package p\nxs := numbers.range(1, 1000)\n"
                    + "q := [[a, b] | some a in xs; some b in xs]",
                "data.p.q = x",
                budget))
        .isInstanceOf(RegoException.class)
        .hasMessageContaining("100000 values");
  }

  @Test
  void endsClearlyWhenRulesAreNestedTooDeeply() {
    var policy = new StringBuilder("package p\np0 := 1\n");
    for (int i = 1; i < 300; i++) {
      policy.append("p%d := p%d + 1\n".formatted(i, i - 1));
    }
    var budget = new Budget(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, 100);
    assertThatThrownBy(() -> evaluate(policy.toString(), "data.p.p299 = x", budget))
        .isInstanceOf(RegoException.class)
        .hasMessageContaining("100 calls");
  }

  @Test
  void deepSearchesHaveRoomOnTheirOwnThread() throws RegoException {
    var policy = new StringBuilder("package p\np0 := 1\n");
    for (int i = 1; i < 1_000; i++) {
      policy.append("p%d := p%d + 1\n".formatted(i, i - 1));
    }
    Answer answer = Stack.run(() -> evaluate(policy.toString(), "data.p.p999 = x", Budget.NONE));
    assertThat(x(answer)).isEqualTo(Value.of(1_000));
  }

  @Test
  void branchesOfElseCountInsideAGeneralRule() throws RegoException {
    Answer answer =
        evaluate(
            "package p\nq[k] := 1 if some k in [\"a\"]\nq.b := 2 if false\nelse := 3",
            "data.p.q = x",
            Budget.NONE);
    assertThat(x(answer).get("b")).contains(Value.of(3));
  }
}
