package dev.landwaiter.oci;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// How long to wait for what, and how to wait.
///
/// @param deadline when everything must be over
/// @param connect the longest wait for a connection
/// @param idle the longest wait for the next byte
public record Waiting(
    InstantSource clock,
    Sleeper sleeper,
    RandomGenerator random,
    Instant deadline,
    Duration connect,
    Duration idle) {

  /// The longest of the wish and what is left until the deadline.
  ///
  /// @throws ImageException when the deadline has passed
  public Duration atMost(Duration wish) throws ImageException {
    Duration left = Duration.between(clock.instant(), deadline);
    if (left.isNegative() || left.isZero()) {
      throw new ImageException(
          ImageException.Code.UNREACHABLE,
          "the time allowed for this run is over (raise it with --timeout)");
    }
    return left.compareTo(wish) < 0 ? left : wish;
  }

  /// Sleeps at least the asked time and up to a tenth longer.
  ///
  /// @throws ImageException when the deadline would pass meanwhile
  public void pause(Duration wish) throws ImageException {
    Duration pause = wish.plusMillis((long) (wish.toMillis() * 0.1 * random.nextDouble()));
    if (atMost(pause).compareTo(pause) < 0) {
      throw new ImageException(
          ImageException.Code.UNREACHABLE,
          "the next attempt would begin after the time allowed for this run (raise it with"
              + " --timeout)");
    }
    try {
      sleeper.sleep(pause);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /// Keeps the interruption visible and turns it into an error.
  public static ImageException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new ImageException(ImageException.Code.UNREACHABLE, "interrupted while waiting", e);
  }
}
