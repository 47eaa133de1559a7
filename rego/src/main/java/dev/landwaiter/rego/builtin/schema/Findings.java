package dev.landwaiter.rego.builtin.schema;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;

/// What is wrong with a value, and how near it came to being right: of several schemas none of
/// which fits, the nearest one's errors are told.
final class Findings {
  /// One error.
  private record Finding(String type, String field, String text) {}

  private final List<Finding> found = new ArrayList<>();
  private int score;

  boolean isEmpty() {
    return found.isEmpty();
  }

  int score() {
    return score;
  }

  void passed() {
    score++;
  }

  void add(String type, String field, String text) {
    found.add(new Finding(type, field, text));
    score -= 2;
  }

  void addAll(Findings other) {
    found.addAll(other.found);
    score += other.score;
  }

  List<Value> values() {
    return found.stream().map(Findings::value).toList();
  }

  private static Value value(Finding finding) {
    var object = new ObjectValue.Draft();
    object.put(Value.of("error"), Value.of(finding.field() + ": " + finding.text()));
    object.put(Value.of("type"), Value.of(finding.type()));
    object.put(Value.of("field"), Value.of(finding.field()));
    object.put(Value.of("desc"), Value.of(finding.text()));
    return object.finish();
  }
}
