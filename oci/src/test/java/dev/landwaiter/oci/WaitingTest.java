package dev.landwaiter.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaitingTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final List<Duration> sleeps = new ArrayList<>();

  private Waiting until(int seconds) {
    return new Waiting(
        InstantSource.fixed(NOW),
        sleeps::add,
        new Random(1),
        NOW.plusSeconds(seconds),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30));
  }

  @Test
  void nothingIsWaitedForLongerThanTheDeadline() throws ImageException {
    assertThat(until(60).atMost(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
    assertThat(until(20).atMost(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(20));
    assertThatThrownBy(() -> until(0).atMost(Duration.ofSeconds(30)))
        .hasMessageContaining("--timeout");
  }

  @Test
  void aWaitCutShortByTheDeadlineEndsWithTheDeadline() throws ImageException {
    Duration wish = Duration.ofSeconds(30);
    assertThat(until(20).unanswered("it said nothing", until(20).atMost(wish), wish))
        .hasMessageContaining("--timeout");
    assertThat(until(60).unanswered("it said nothing", until(60).atMost(wish), wish))
        .hasMessage("it said nothing for 30 seconds");
  }

  @Test
  void aPauseIsUpToATenthLonger() throws ImageException {
    Waiting waiting = until(100_000);
    for (int i = 0; i < 100; i++) {
      waiting.pause(Duration.ofSeconds(10));
    }
    assertThat(sleeps)
        .allMatch(s -> s.toMillis() >= 10_000 && s.toMillis() < 11_000)
        .anyMatch(s -> s.toMillis() > 10_500);
  }

  @Test
  void aPauseBeyondTheDeadlineIsNotBegun() {
    assertThatThrownBy(() -> until(5).pause(Duration.ofSeconds(10)))
        .hasMessageContaining("--timeout");
    assertThat(sleeps).isEmpty();
  }

  @Test
  void anInterruptionStaysVisible() {
    var waiting =
        new Waiting(
            InstantSource.fixed(NOW),
            duration -> {
              throw new InterruptedException();
            },
            new Random(1),
            NOW.plusSeconds(100),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30));
    assertThatThrownBy(() -> waiting.pause(Duration.ofSeconds(1)))
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
