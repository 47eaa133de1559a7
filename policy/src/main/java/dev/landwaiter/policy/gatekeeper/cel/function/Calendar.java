package dev.landwaiter.policy.gatekeeper.cel.function;

import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.one;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.Told;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.time.GoDuration;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// Points and lengths of time: reading and taking apart.
final class Calendar {
  private static final int MOST_DIGITS = 64;

  static final Library LIBRARY =
      new Library(
          "",
          Map.ofEntries(
              Map.entry("timestamp", one((a, _) -> timestamp(a[0]))),
              Map.entry("duration", one((a, _) -> duration(a[0]))),
              part("getFullYear", ZonedDateTime::getYear),
              part("getMonth", time -> time.getMonthValue() - 1),
              part("getDayOfYear", time -> time.getDayOfYear() - 1),
              part("getDayOfMonth", time -> time.getDayOfMonth() - 1),
              part("getDate", ZonedDateTime::getDayOfMonth),
              part("getDayOfWeek", time -> time.getDayOfWeek().getValue() % 7),
              either("getHours", ZonedDateTime::getHour, 3_600_000),
              either("getMinutes", ZonedDateTime::getMinute, 60_000),
              either("getSeconds", ZonedDateTime::getSecond, 1_000),
              either("getMilliseconds", time -> time.getNano() / 1_000_000, 1)));

  private Calendar() {}

  private static Map.Entry<String, Operation> part(String name, ToIntFunction<ZonedDateTime> part) {
    return Map.entry(name, one((a, _) -> part(a, part)));
  }

  /// A part of a point in time, or a length of time in whole units.
  private static Map.Entry<String, Operation> either(
      String name, ToIntFunction<ZonedDateTime> part, long millis) {
    return Map.entry(
        name,
        one((a, _) ->
            a[0] instanceof Item.Span span
                ? Item.Int.of(span.value().toMillis() / millis)
                : part(a, part)));
  }

  private static Item part(Item[] arguments, ToIntFunction<ZonedDateTime> part) {
    if (!(arguments[0] instanceof Item.Time time)) {
      return Item.Failure.NO_OVERLOAD;
    }
    if (arguments.length == 1) {
      return Item.Int.of(part.applyAsInt(time.value().atZone(ZoneOffset.UTC)));
    }
    if (!(arguments[1] instanceof Item.Text name)) {
      return Item.Failure.NO_OVERLOAD;
    }
    return zone(name.value())
        .<Item>map(zone -> Item.Int.of(part.applyAsInt(time.value().atZone(zone))))
        .orElseGet(() -> new Item.Failure("unknown time zone " + name.value()));
  }

  /// A zone by its name or as `[+-]HH:MM`.
  private static Optional<ZoneId> zone(String name) {
    try {
      if (name.isEmpty()) {
        return Optional.of(ZoneOffset.UTC);
      }
      char first = name.charAt(0);
      String offset = first >= '0' && first <= '9' ? "+" + name : name;
      return Optional.of(
          name.indexOf(':') >= 0 ? ZoneOffset.of(offset) : ZoneId.of(name, Map.of()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Item timestamp(Item item) {
    return switch (item) {
      case Item.Time _ -> item;
      case Item.Int seconds -> Moments.time(() -> Instant.ofEpochSecond(seconds.value()));
      case Item.Text text ->
          instant(text.value())
              .map(instant -> Moments.time(() -> instant))
              .orElseGet(() -> Told.noConversion(item, "google.protobuf.Timestamp"));
      default -> Told.noConversion(item, "google.protobuf.Timestamp");
    };
  }

  /// A point in time as RFC 3339 has it; `T` and `Z` are capital letters.
  static Optional<Instant> instant(String text) {
    if (text.length() < 20 || text.length() > MOST_DIGITS || text.charAt(10) != 'T') {
      return Optional.empty();
    }
    boolean seconds = text.charAt(13) == ':' && text.charAt(16) == ':';
    int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
    boolean zone = text.endsWith("Z") || (sign == text.length() - 6 && sign > 10);
    if (!seconds || !zone) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Item duration(Item item) {
    return switch (item) {
      case Item.Span _ -> item;
      case Item.Int nanos -> new Item.Span(Duration.ofNanos(nanos.value()));
      case Item.Text text ->
          nanos(text.value())
              .<Item>map(nanos -> new Item.Span(Duration.ofNanos(nanos)))
              .orElseGet(() -> Told.noConversion(item, "google.protobuf.Duration"));
      default -> Told.noConversion(item, "google.protobuf.Duration");
    };
  }

  /// The nanoseconds of a duration as Go writes it; days and more are unknown.
  static Optional<Long> nanos(String text) {
    if (text.length() > MOST_DIGITS || text.chars().anyMatch(c -> "dwy".indexOf(c) >= 0)) {
      return Optional.empty();
    }
    try {
      return Optional.of(GoDuration.nanos(text));
    } catch (BuiltinException e) {
      return Optional.empty();
    }
  }

  /// RFC 3339 with as many digits behind the point as it takes.
  static String text(Item.Time time) {
    int nanos = time.value().get(ChronoField.NANO_OF_SECOND);
    String whole = time.value().truncatedTo(ChronoUnit.SECONDS).toString();
    if (nanos == 0) {
      return whole;
    }
    String fraction =
        BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString().substring(1);
    return whole.substring(0, whole.length() - 1) + fraction + "Z";
  }

  /// Seconds, such as `1.5s`.
  static String text(Item.Span span) {
    var seconds =
        BigDecimal.valueOf(span.value().toNanos(), 9).stripTrailingZeros().toPlainString();
    return seconds + "s";
  }
}
