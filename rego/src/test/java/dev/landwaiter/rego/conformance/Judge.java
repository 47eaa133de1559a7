package dev.landwaiter.rego.conformance;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Result;
import dev.landwaiter.rego.syntax.ValueText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compares what came out with what a case wants (reference 17.3).
final class Judge {
  private Judge() {}

  /// What is wrong with an answer, or empty.
  static Optional<String> answer(Case one, Answer answer) {
    if (!one.wantedError().isEmpty() || !one.wantedCode().isEmpty()) {
      return Optional.of("no error, but " + shown(answer));
    }
    Set<Value> actual = new HashSet<>();
    answer.results().forEach(result -> actual.add(bindings(one, result)));
    Set<Value> wanted = new HashSet<>();
    one.wantedResult()
        .orElseThrow(() -> new AssertionError(one.id() + " wants nothing"))
        .forEach(value -> wanted.add(sorted(one, plain(value))));
    return actual.equals(wanted)
        ? Optional.empty()
        : Optional.of("gives " + actual + " instead of " + wanted);
  }

  /// What is wrong with an error, or empty.
  static Optional<String> error(Case one, RegoException error) {
    String text = error.errors().getFirst().text();
    String code = error.errors().getFirst().code();
    boolean wanted = !one.wantedError().isEmpty() || !one.wantedCode().isEmpty();
    boolean right =
        text.contains(one.wantedError())
            && (one.wantedCode().isEmpty() || one.wantedCode().equals(code));
    return wanted && right
        ? Optional.empty()
        : Optional.of(
            "error "
                + text
                + (wanted ? " instead of " + one.wantedCode() + " " + one.wantedError() : ""));
  }

  private static String shown(Answer answer) {
    return answer.results().stream().map(Result::bindings).toList().toString();
  }

  private static Value bindings(Case one, Result result) {
    var draft = new ObjectValue.Draft();
    result.bindings().forEach((name, value) -> draft.put(Value.of(name), plain(value)));
    return sorted(one, draft.finish());
  }

  private static Value sorted(Case one, Value bindings) {
    if (!one.flag("sort_bindings") || !(bindings instanceof ObjectValue object)) {
      return bindings;
    }
    var draft = new ObjectValue.Draft();
    object
        .members()
        .forEach((name, value) ->
            draft.put(
                name,
                value instanceof ArrayValue array
                    ? new ArrayValue(array.elements().stream().sorted().toList())
                    : value));
    return draft.finish();
  }

  /// As JSON has it: sets are arrays, keys are texts.
  static Value plain(Value value) {
    return switch (value) {
      case ArrayValue array -> new ArrayValue(array.elements().stream().map(Judge::plain).toList());
      case SetValue set -> new ArrayValue(set.elements().stream().map(Judge::plain).toList());
      case ObjectValue object -> {
        var draft = new ObjectValue.Draft();
        for (Value key : object.sortedKeys()) {
          Value name = key instanceof StringValue ? key : Value.of(keyText(key));
          draft.put(name, plain(object.members().getOrDefault(key, key)));
        }
        yield draft.finish();
      }
      default -> value;
    };
  }

  private static String keyText(Value key) {
    return ValueText.of(plain(key)).replace(", ", ",").replace(": ", ":");
  }

  static List<String> lines(String text) {
    return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
  }
}
