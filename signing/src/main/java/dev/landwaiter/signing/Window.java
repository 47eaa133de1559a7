package dev.landwaiter.signing;

import java.time.Instant;
import java.util.Optional;

/// A period of validity with both ends in it; without an end it stays open (sigstore
/// protobuf-specs, `TimeRange`).
public record Window(Optional<Instant> start, Optional<Instant> end) {
  /// Always; whoever uses it says so in the report as [Relaxation#KEY_WITHOUT_WINDOW].
  public static final Window OPEN = new Window(Optional.empty(), Optional.empty());

  public boolean contains(Instant time) {
    return (start.isEmpty() || !time.isBefore(start.get()))
        && (end.isEmpty() || !time.isAfter(end.get()));
  }

  /// For messages, such as `from 2021-01-12T11:53:27Z on`.
  @Override
  public String toString() {
    if (start.isPresent() && end.isPresent()) {
      return "from " + start.get() + " to " + end.get();
    }
    return start.isPresent()
        ? "from " + start.get() + " on"
        : end.map(last -> "until " + last).orElse("always");
  }
}
