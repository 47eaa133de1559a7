package dev.landwaiter.policy.gatekeeper.mutate;

import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import java.util.List;

/// Where a mutator changes objects: `spec.containers[name: *].image` (reference, section 11.2).
///
/// @param steps from the root of the object down; lists follow fields only
public record Location(List<Step> steps) {
  public Location {
    steps = List.copyOf(steps);
  }

  /// Reads a location.
  ///
  /// @throws RefusedException when the text is none, or passes a limit: 16,384 characters, 256
  ///   steps
  public static Location of(String text) throws RefusedException {
    return new LocationReader(text).read();
  }

  Step last() {
    return steps.getLast();
  }

  int length() {
    return steps.size();
  }

  /// Whether a location leads to this one or to something on the way to it.
  boolean startsWith(Location prefix) {
    return prefix.length() <= length() && steps.subList(0, prefix.length()).equals(prefix.steps);
  }

  /// Whether the first step is the field of this name.
  boolean isBelow(String field) {
    return !steps.isEmpty() && steps.getFirst().equals(new Step.Field(field));
  }

  /// The location as it is written, in its shortest form.
  @Override
  public String toString() {
    var text = new StringBuilder();
    for (Step step : steps) {
      switch (step) {
        case Step.Field(String name) -> text.append(text.isEmpty() ? "" : ".").append(word(name));
        case Step.Item(String key, Value value) ->
            text.append('[').append(word(key)).append(": ").append(value(value)).append(']');
        case Step.Every(String key) -> text.append('[').append(word(key)).append(": *]");
      }
    }
    return text.toString();
  }

  private static String value(Value value) {
    return value instanceof StringValue string ? word(string.text()) : value.toString();
  }

  private static String word(String name) {
    boolean plain = !name.isEmpty() && !LocationReader.isDigit(name.charAt(0));
    for (int i = 0; i < name.length(); i++) {
      plain &= LocationReader.isWord(name.charAt(i));
    }
    return plain ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
