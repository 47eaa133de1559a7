package dev.landwaiter.signing.store.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 500})
  void resultsStandInTheOrderOfTheThings(int workers) throws IOException {
    List<Integer> things = IntStream.range(0, 100).boxed().toList();
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    assertThat(
            Downloads.all(
                things,
                workers,
                each -> {
                  most.accumulateAndGet(running.incrementAndGet(), Math::max);
                  running.decrementAndGet();
                  return each * 2;
                }))
        .isEqualTo(things.stream().map(each -> each * 2).toList());
    assertThat(most.get()).isBetween(1, Math.min(workers, 100));
  }

  /// All must be under way at once, or none would end.
  @Test
  void theyRunAtOnce() throws IOException {
    var latch = new CountDownLatch(4);
    assertThat(
            Downloads.all(
                List.of(1, 2, 3, 4),
                4,
                each -> {
                  latch.countDown();
                  return arrived(latch);
                }))
        .containsOnly(true);
  }

  private static boolean arrived(CountDownLatch latch) throws IOException {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void theFirstFailureInTheirOrderIsTold(int workers) {
    assertThatThrownBy(() ->
            Downloads.all(
                List.of(1, 2, 3),
                workers,
                each -> {
                  if (each > 1) {
                    throw new IOException("number " + each);
                  }
                  return each;
                }))
        .isInstanceOf(IOException.class)
        .hasMessage("number 2");
  }
}
