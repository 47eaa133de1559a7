package dev.landwaiter.scan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkersTest {
  @Test
  void resultsStandInTheOrderOfTheTasks() throws IOException {
    List<Workers.Task<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int number = i;
      tasks.add(() -> number);
    }

    List<Integer> results = Workers.all(tasks, 4);

    assertThat(results).hasSize(100).isSorted().startsWith(0).endsWith(99);
  }

  @Test
  void tasksRunAtTheSameTime() throws IOException {
    var together = new CountDownLatch(2);
    var names = ConcurrentHashMap.<String>newKeySet();
    Workers.Task<Boolean> task =
        () -> {
          names.add(Thread.currentThread().getName());
          together.countDown();
          try {
            return together.await(30, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        };

    assertThat(Workers.all(List.of(task, task), 2)).containsExactly(true, true);
    assertThat(names).hasSize(2);
  }

  @Test
  void theFirstFailureEndsTheRoundAndNoFurtherTaskStarts() {
    var started = new AtomicInteger();
    List<Workers.Task<Integer>> tasks = new ArrayList<>();
    tasks.add(() -> {
      throw new IOException("the disk is gone");
    });
    for (int i = 0; i < 50; i++) {
      tasks.add(started::incrementAndGet);
    }

    assertThatThrownBy(() -> Workers.all(tasks, 1))
        .isInstanceOf(IOException.class)
        .hasMessage("the disk is gone");
    assertThat(started).hasValue(0);
  }

  @Test
  void mistakesOfTheProgramComeOutAsTheyAre() {
    Workers.Task<Integer> wrong =
        () -> {
          throw new IllegalStateException("wrong");
        };

    assertThatThrownBy(() -> Workers.all(List.of(wrong, wrong), 2))
        .isInstanceOf(IllegalStateException.class);
  }
}
