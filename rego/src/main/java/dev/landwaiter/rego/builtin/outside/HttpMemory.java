package dev.landwaiter.rego.builtin.outside;

import dev.landwaiter.rego.HttpAnswer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The last answer to one request, kept between evaluations (RFC 9111 as far as the original goes).
final class HttpMemory {
  private static final Set<Integer> CACHEABLE =
      Set.of(200, 203, 204, 206, 300, 301, 404, 405, 410, 414, 501);

  private volatile Optional<Kept> kept = Optional.empty();

  /// An answer and until when it counts as fresh.
  record Kept(HttpAnswer answer, Instant until) {
    boolean isFresh(Instant now) {
      return now.isBefore(until);
    }

    /// The headers that ask whether the answer still holds.
    Map<String, List<String>> conditions() {
      var etag = header(answer, "etag");
      if (etag.isPresent()) {
        return Map.of("If-None-Match", List.of(etag.get()));
      }
      return header(answer, "last-modified")
          .map(time -> Map.of("If-Modified-Since", List.of(time)))
          .orElse(Map.of());
    }
  }

  Optional<Kept> kept() {
    return kept;
  }

  /// Keeps an answer if it may be kept.
  ///
  /// @param seconds how long, whatever the answer says
  void keep(HttpAnswer answer, Optional<Long> seconds, Instant now) {
    if (!CACHEABLE.contains(answer.status())) {
      return;
    }
    Optional<Instant> until =
        seconds.isPresent()
            ? Optional.of(date(answer).orElse(now).plusSeconds(seconds.get()))
            : expiry(answer);
    until.ifPresent(time -> kept = Optional.of(new Kept(answer, time)));
  }

  private static Optional<Instant> expiry(HttpAnswer answer) {
    String control = header(answer, "cache-control").orElse("").toLowerCase(Locale.ROOT);
    Optional<Instant> date = date(answer);
    for (String directive : control.split(",", -1)) {
      String trimmed = directive.strip();
      if (trimmed.equals("no-store")) {
        return Optional.empty();
      }
      if (trimmed.startsWith("max-age=") && date.isPresent()) {
        String digits = trimmed.substring("max-age=".length());
        boolean number =
            !digits.isEmpty()
                && digits.length() < 10
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number
            ? Optional.of(date.get().plusSeconds(Long.parseLong(digits)))
            : Optional.empty();
      }
    }
    return header(answer, "expires").flatMap(HttpMemory::time);
  }

  private static Optional<Instant> date(HttpAnswer answer) {
    return header(answer, "date").flatMap(HttpMemory::time);
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<String> header(HttpAnswer answer, String name) {
    return Optional.ofNullable(answer.headers().get(name))
        .filter(values -> !values.isEmpty())
        .map(List::getFirst);
  }
}
