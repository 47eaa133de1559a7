package dev.landwaiter.policy.score.rule;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Looks at one value that may be missing.
@FunctionalInterface
interface Check {
  /// What a check sees.
  enum Seen {
    GOOD,
    OTHER,
    /// Missing, or of a type that does not count, so that another place may supply it.
    UNSET;

    static Seen of(boolean good) {
      return good ? GOOD : OTHER;
    }
  }

  Seen see(@Nullable Value value);

  Check TRUE = value -> value instanceof BooleanValue flag ? Seen.of(flag.flag()) : Seen.UNSET;
  Check FALSE = value -> value instanceof BooleanValue flag ? Seen.of(!flag.flag()) : Seen.UNSET;

  /// There, be it null.
  Check EXISTS = value -> value == null ? Seen.UNSET : Seen.GOOD;

  /// There and not null.
  Check PRESENT = value -> value == null || value instanceof NullValue ? Seen.UNSET : Seen.GOOD;

  /// A number above those that people use on hosts.
  Check HIGH_ID =
      value -> value instanceof NumberValue id ? Seen.of(id.toDouble() > 10_000) : Seen.UNSET;

  Check CONFINED =
      value ->
          value instanceof StringValue type
              ? Seen.of(!type.text().equals("Unconfined"))
              : Seen.UNSET;
  Check UNCONFINED =
      value ->
          value instanceof StringValue type
              ? Seen.of(type.text().equals("Unconfined"))
              : Seen.UNSET;

  /// A list with something in it and no null.
  Check DROPS =
      value ->
          value instanceof ArrayValue list
              ? Seen.of(list.size() > 0 && !Printed.contains(list, "<nil>"))
              : Seen.UNSET;

  /// Anything whose printed form has ALL in it, in any case.
  Check DROPS_ALL =
      value ->
          value == null || value instanceof NullValue
              ? Seen.UNSET
              : Seen.of(Printed.matches(value, each -> upper(each).contains("ALL")));

  /// Anything whose printed form has a text in it.
  static Check containing(String text) {
    return value ->
        value == null || value instanceof NullValue
            ? Seen.UNSET
            : Seen.of(Printed.contains(value, text));
  }

  private static String upper(String text) {
    return text.equals("ALL") ? text : text.toUpperCase(Locale.ROOT);
  }
}
