package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is remembered about a cache besides its files.
///
/// @param refreshed when it was last brought up to date
/// @param attempted when that last failed
/// @param beginning SHA-256 of the root that the user gave for it, in hex; empty where none was
record RefreshState(Optional<Instant> refreshed, Optional<Instant> attempted, String beginning) {
  static final RefreshState NONE = new RefreshState(Optional.empty(), Optional.empty(), "");

  private static final String FILE = "state.json";
  private static final int LIMIT = 16_384;

  /// Reads it; what is missing or damaged says nothing.
  static RefreshState load(MetadataCache cache) throws IOException {
    Optional<Bytes> text = cache.load(FILE, LIMIT);
    try {
      if (text.isPresent()
          && Json.parseStrict(FILE, text.get().toArray()) instanceof ObjectValue object) {
        return new RefreshState(
            time(object, "refreshed"), time(object, "attempted"), text(object, "beginning"));
      }
    } catch (FormatException | DateTimeParseException e) {
      // As good as not there.
    }
    return NONE;
  }

  private static Optional<Instant> time(ObjectValue object, String name) {
    String text = text(object, name);
    return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
  }

  private static String text(ObjectValue object, String name) {
    return object.get(name).map(Value::asText).orElse("");
  }

  /// Whether a time lies no longer ago than this, and not in the future.
  static boolean recent(Optional<Instant> time, Duration span, Instant now) {
    return time.isPresent()
        && !time.get().isAfter(now)
        && Duration.between(time.get(), now).compareTo(span) < 0;
  }

  void save(MetadataCache cache) throws IOException {
    Map<Value, Value> members = new LinkedHashMap<>();
    refreshed.ifPresent(
        when -> members.put(new StringValue("refreshed"), new StringValue(when.toString())));
    attempted.ifPresent(
        when -> members.put(new StringValue("attempted"), new StringValue(when.toString())));
    members.put(new StringValue("beginning"), new StringValue(beginning));
    cache.save(FILE, Bytes.utf8(JsonWriter.toText(new ObjectValue(members), JsonStyle.COMPACT)));
  }
}
