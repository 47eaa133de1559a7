package dev.landwaiter.oci.registry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// The header `Retry-After` (RFC 9110, section 10.2.3): seconds or a date.
final class RetryAfter {
  private RetryAfter() {}

  /// How long the server asks us to wait, never negative; empty when it does not say or says
  /// nonsense.
  static Optional<Duration> parse(Answer answer, InstantSource clock) {
    String value = answer.header("Retry-After").strip();
    if (value.isEmpty() || value.length() > 64) {
      return Optional.empty();
    }
    if (value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      long seconds = value.length() > 9 ? 1_000_000_000 : Long.parseLong(value);
      return Optional.of(Duration.ofSeconds(seconds));
    }
    try {
      Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(clock.instant(), until);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
