package dev.landwaiter.signing.trust.tuf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where trust came from and how old it is.
///
/// @param source the address of a TUF repository
/// @param kind how it got here
/// @param asOf when it was known to be current
/// @param goodUntil when its metadata expires; embedded trust does not, it only grows old
/// @param warnings what the user should know, in sentences
public record TrustOrigin(
    String source, Kind kind, Instant asOf, Optional<Instant> goodUntil, List<String> warnings) {
  public TrustOrigin {
    warnings = List.copyOf(warnings);
  }

  /// How trust got here.
  public enum Kind {
    /// Brought up to date just now.
    REFRESHED,
    /// From the cache, where it is still good.
    CACHED,
    /// It came with the program.
    EMBEDDED
  }

  /// How old it is.
  public Duration age(Instant now) {
    Duration age = Duration.between(asOf, now);
    return age.isNegative() ? Duration.ZERO : age;
  }

  /// One sentence for reports, such as `trust of https://… that came with this program, taken over
  /// on 2026-11-26, 12 days old`.
  public String sentence(Instant now) {
    long days = age(now).toDays();
    String old = days == 0 ? "" : days == 1 ? ", 1 day old" : ", " + days + " days old";
    return switch (kind) {
      case REFRESHED -> "trust of " + source + ", brought up to date now";
      case CACHED -> "trust of " + source + " as of " + asOf + old;
      case EMBEDDED ->
          "trust of %s that came with this program, taken over on %s%s"
              .formatted(source, asOf.toString().substring(0, 10), old);
    };
  }
}
