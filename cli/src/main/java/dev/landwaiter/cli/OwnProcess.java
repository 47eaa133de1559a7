package dev.landwaiter.cli;

import dev.landwaiter.cli.command.serve.HostProcess;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// This process: signals begin its end, which waits for those who serve.
final class OwnProcess implements HostProcess {
  /// Longer than requests are waited for.
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final long START = System.currentTimeMillis();

  private final CountDownLatch asked = new CountDownLatch(1);

  @Override
  public void awaitEnd() throws InterruptedException {
    Thread server = Thread.currentThread();
    // Main halts the process when the command is done; until then this holds it.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  asked.countDown();
                  try {
                    server.join(PATIENCE);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                },
                "end"));
    asked.await();
  }

  @Override
  public long startMillis() {
    return START;
  }

  @Override
  public int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public long ticks() {
    return System.nanoTime();
  }
}
