package dev.landwaiter.rego.test;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.present.ErrorJson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;

/// Results of tests as JSON.
public final class TestJson {
  private TestJson() {}

  public static ArrayValue of(List<TestResult> results) {
    return new ArrayValue(results.stream().map(TestJson::of).toList());
  }

  /// One result.
  public static ObjectValue of(TestResult result) {
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("location"), ErrorJson.location(result.test().at()));
    draft.put(Value.of("package"), Value.of(result.test().packagePath()));
    draft.put(Value.of("name"), Value.of(result.test().name()));
    if (result.outcome() == TestResult.Outcome.FAIL) {
      draft.put(Value.of("fail"), Value.of(true));
    }
    result.error().ifPresent(error -> draft.put(Value.of("error"), error(error)));
    if (result.outcome() == TestResult.Outcome.SKIPPED) {
      draft.put(Value.of("skip"), Value.of(true));
    }
    draft.put(Value.of("duration"), Value.of(result.nanos()));
    result.events().ifPresent(events -> draft.put(Value.of("trace"), events));
    if (!result.output().isEmpty()) {
      byte[] bytes = result.output().getBytes(StandardCharsets.UTF_8);
      draft.put(Value.of("output"), Value.of(Base64.getEncoder().encodeToString(bytes)));
    }
    if (!result.cases().isEmpty()) {
      draft.put(Value.of("sub_results"), cases(result.cases()));
    }
    return draft.finish();
  }

  /// The code comes first here.
  private static ObjectValue error(RegoError error) {
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("code"), Value.of(error.code()));
    draft.put(Value.of("message"), Value.of(error.message()));
    error.location().ifPresent(at -> draft.put(Value.of("location"), ErrorJson.location(at)));
    return draft.finish();
  }

  private static ObjectValue cases(SortedMap<String, CaseResult> cases) {
    var draft = new ObjectValue.Draft();
    for (CaseResult one : cases.values()) {
      var member = new ObjectValue.Draft();
      member.put(Value.of("name"), Value.of(one.name()));
      if (one.failed()) {
        member.put(Value.of("fail"), Value.of(true));
      }
      if (!one.below().isEmpty()) {
        member.put(Value.of("sub_results"), cases(one.below()));
      }
      draft.put(Value.of(one.name()), member.finish());
    }
    return draft.finish();
  }
}
