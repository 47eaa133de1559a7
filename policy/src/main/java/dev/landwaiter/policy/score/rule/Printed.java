package dev.landwaiter.policy.score.rule;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.GoText;
import java.util.function.Predicate;

/// Looks into values as Go prints them, without printing what is a text or a list of texts.
///
/// A text that is looked for has no blank in it, so it never spans two elements of a list.
final class Printed {
  private Printed() {}

  static boolean contains(Value value, String text) {
    return matches(value, each -> each.contains(text));
  }

  static boolean matches(Value value, Predicate<String> wanted) {
    if (value instanceof ArrayValue list) {
      for (int i = 0; i < list.size(); i++) {
        if (wanted.test(text(list.at(i)))) {
          return true;
        }
      }
      return false;
    }
    return wanted.test(text(value));
  }

  private static String text(Value value) {
    return value instanceof StringValue string ? string.text() : GoText.of(value);
  }
}
