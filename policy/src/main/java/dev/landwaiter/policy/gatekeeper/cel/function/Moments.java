package dev.landwaiter.policy.gatekeeper.cel.function;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// Points and lengths of time within their bounds: years 1 to 9999, and 64 bits of nanoseconds.
final class Moments {
  private static final long FIRST = -62_135_596_800L;
  private static final long LAST = 253_402_300_799L;
  private static final Item TIME_OVERFLOW = new Item.Failure("timestamp overflow");
  private static final Item SPAN_OVERFLOW = new Item.Failure("duration overflow");

  private Moments() {}

  static Item plus(Item.Time time, Item.Span span) {
    return time(() -> time.value().plus(span.value()));
  }

  static Item minus(Item.Time time, Item.Span span) {
    return time(() -> time.value().minus(span.value()));
  }

  static Item between(Item.Time from, Item.Time to) {
    return span(() -> Duration.between(from.value(), to.value()));
  }

  static Item time(Supplier<Instant> maker) {
    try {
      Instant made = maker.get();
      return made.getEpochSecond() < FIRST || made.getEpochSecond() > LAST
          ? TIME_OVERFLOW
          : new Item.Time(made);
    } catch (DateTimeException | ArithmeticException e) {
      return TIME_OVERFLOW;
    }
  }

  static Item span(Supplier<Duration> maker) {
    try {
      Duration made = maker.get();
      var _ = made.toNanos();
      return new Item.Span(made);
    } catch (ArithmeticException e) {
      return SPAN_OVERFLOW;
    }
  }
}
