package dev.landwaiter.policy.gatekeeper.external;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.ExternalAnswer;
import dev.landwaiter.policy.gatekeeper.ExternalData;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Providers whose answers are written down, for tests and for runs without network:
///
/// ```yaml
/// PROVIDER:
///   values: {KEY: VALUE}
///   errors: {KEY: TEXT}
///   systemError: TEXT
/// ```
///
/// A key that is not there is an error of that key.
public final class RecordedAnswers implements ExternalData {
  private final Map<String, Value> providers;

  private RecordedAnswers(Map<String, Value> providers) {
    this.providers = Map.copyOf(providers);
  }

  /// Reads recorded answers.
  ///
  /// @param where the name of the file
  /// @throws RefusedException when they have another shape
  public static RecordedAnswers of(String where, Value content) throws RefusedException {
    if (!(content instanceof ObjectValue object)) {
      throw new RefusedException(where + ": " + "answers of providers must be an object");
    }
    Map<String, Value> providers = new LinkedHashMap<>();
    for (var provider : object.members().entrySet()) {
      String name = provider.getKey().asText();
      for (var member : provider.getValue().members().entrySet()) {
        check(where, name, member.getKey().asText(), member.getValue());
      }
      if (!(provider.getValue() instanceof ObjectValue)) {
        throw new RefusedException(where + ": " + name + " must be an object");
      }
      providers.put(name, provider.getValue());
    }
    return new RecordedAnswers(providers);
  }

  private static void check(String where, String provider, String member, Value value)
      throws RefusedException {
    boolean fine =
        switch (member) {
          case "values", "errors" -> value instanceof ObjectValue;
          case "systemError" -> !value.asText().isEmpty();
          default -> false;
        };
    if (!fine) {
      throw new RefusedException(
          where
              + ": "
              + provider
              + "."
              + member
              + ": there are `values` and `errors` by keys, and `systemError`");
    }
  }

  @Override
  public ExternalAnswer ask(String name, List<String> keys) {
    Value provider = providers.get(name);
    if (provider == null) {
      return ExternalAnswer.unknownProvider(name);
    }
    String wrong = provider.text("systemError");
    if (!wrong.isEmpty()) {
      return ExternalAnswer.failed(500, wrong);
    }
    Value values = provider.get("values").orElse(NullValue.NULL);
    Value errors = provider.get("errors").orElse(NullValue.NULL);
    List<ExternalAnswer.Item> items = new ArrayList<>();
    for (String key : keys) {
      items.add(
          values
              .get(key)
              .map(value -> new ExternalAnswer.Item(key, value, ""))
              .orElseGet(() ->
                  ExternalAnswer.error(
                      key,
                      errors.text(key).isEmpty()
                          ? "no answer is recorded for this key"
                          : errors.text(key))));
    }
    return new ExternalAnswer(items, true, 200, "");
  }
}
