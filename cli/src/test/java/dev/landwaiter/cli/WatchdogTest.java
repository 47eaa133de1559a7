package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.cli.flag.UsageException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  @Test
  void workThatNeverEndsIsInterruptedAndNotWaitedFor() throws Exception {
    var interrupted = new CountDownLatch(1);
    assertThatThrownBy(() ->
            Watchdog.run(
                Duration.ofMillis(20),
                () -> {
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    interrupted.countDown();
                  }
                  return 0;
                }))
        .isInstanceOf(IOException.class)
        .hasMessage("the run was ended: it took longer than the 0.02s that --timeout allows");
    interrupted.await();
  }

  @Test
  void workInTimeGivesItsCode() throws Exception {
    assertThat(Watchdog.run(LONG, () -> 7)).isEqualTo(7);
  }

  @Test
  void troubleOfTheWorkComesOutAsItIs() {
    var trouble = new IOException("disk full");
    assertThatThrownBy(() ->
            Watchdog.run(
                LONG,
                () -> {
                  throw trouble;
                }))
        .isSameAs(trouble);
    var usage = new UsageException("wrong");
    assertThatThrownBy(() ->
            Watchdog.run(
                LONG,
                () -> {
                  throw usage;
                }))
        .isSameAs(usage);
    var full = new OutOfMemoryError("made up");
    assertThatThrownBy(() ->
            Watchdog.run(
                LONG,
                () -> {
                  throw full;
                }))
        .isSameAs(full);
  }

  @Test
  void noTimeAtAllIsAMistake() {
    assertThatThrownBy(() -> Watchdog.run(Duration.ZERO, () -> 0))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--timeout");
  }
}
