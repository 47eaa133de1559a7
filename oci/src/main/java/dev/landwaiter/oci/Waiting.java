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
      throw over();
    }
    return left.compareTo(wish) < 0 ? left : wish;
  }

  /// Why a wait that [#atMost] allowed ended without what was waited for: because of the deadline
  /// where that had cut the wish short, else because of the silence. The clock is not asked again:
  /// a timer may ring a moment before the clock shows the time.
  ///
  /// @param silent what is at the other end and what it did not do, followed by the seconds
  public ImageException unanswered(String silent, Duration allowed, Duration wish) {
    return allowed.compareTo(wish) < 0
        ? over()
        : new ImageException(
            ImageException.Code.UNREACHABLE,
            "%s for %d seconds".formatted(silent, wish.toSeconds()));
  }

  private static ImageException over() {
    return new ImageException(
        ImageException.Code.UNREACHABLE,
        "the time allowed for this run is over (raise it with --timeout)");
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
