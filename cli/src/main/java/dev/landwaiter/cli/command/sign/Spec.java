package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.signing.Window;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A value of the form `key=value,key=value`.
///
/// @param flag its flag, for messages
record Spec(String flag, Map<String, String> words) {
  /// Takes a value apart.
  ///
  /// @param known all keys that it may have
  /// @param required those that it must have, with a value
  /// @throws UsageException for other keys, keys that are given twice, and missing ones
  static Spec parse(String flag, String text, Set<String> known, Set<String> required)
      throws UsageException {
    Map<String, String> words = new LinkedHashMap<>();
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      String key = (equals < 0 ? part : part.substring(0, equals)).strip();
      if (equals < 0 || !known.contains(key)) {
        throw new UsageException(
            "--%s: '%s' is not known; known are %s"
                .formatted(flag, part, String.join(", ", known.stream().sorted().toList())));
      }
      if (words.put(key, part.substring(equals + 1).strip()) != null) {
        throw new UsageException("--%s: '%s' is given twice".formatted(flag, key));
      }
    }
    for (String key : required.stream().sorted().toList()) {
      if (words.getOrDefault(key, "").isEmpty()) {
        throw new UsageException("--%s: '%s' is missing".formatted(flag, key));
      }
    }
    return new Spec(flag, words);
  }

  String text(String key) {
    return words.getOrDefault(key, "");
  }

  /// From `start-time` to `end-time`.
  ///
  /// @throws UsageException when they are no times, or in the wrong order
  Window window() throws UsageException {
    var window = new Window(time("start-time"), time("end-time"));
    if (window.start().isPresent()
        && window.end().isPresent()
        && window.end().get().isBefore(window.start().get())) {
      throw new UsageException("--%s: it ends before it starts".formatted(flag));
    }
    return window;
  }

  private Optional<Instant> time(String key) throws UsageException {
    String text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      throw new UsageException(
          "--%s: %s '%s' is no time such as 2024-01-31T12:00:00Z".formatted(flag, key, text));
    }
  }
}
