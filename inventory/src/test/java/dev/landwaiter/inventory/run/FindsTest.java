package dev.landwaiter.inventory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.inventory.Observations;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindsTest {
  private static final int FILES = 10_000;
  private static final long LARGE = 2 << 20;

  private static SideWork opened() {
    var side = new SideWork();
    side.open();
    return side;
  }

  private static Consumer<Observations> find(int number) {
    return found -> found.add(Problem.in("f" + number, "found"));
  }

  private static List<String> places(Observations found) {
    return found.toInventory().problems().stream().map(Problem::where).toList();
  }

  private static List<String> places(int count) {
    return IntStream.range(0, count).mapToObj(i -> "f" + i).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void whatIsFoundStandsInTheOrderOfTheFiles(int helpers) throws InterruptedException {
    var side = opened();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < helpers; i++) {
      threads.add(Thread.ofPlatform().start(side::help));
    }
    var finds = new Finds(side);
    for (int i = 0; i < FILES; i++) {
      if (i % 100 == 50) {
        finds.addNow(find(i));
      } else {
        finds.add(i % 100 == 70 ? LARGE : i, find(i));
      }
    }

    assertThat(places(finds.all())).isEqualTo(places(FILES));
    side.close();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void withoutAHelperTheWalkDoesItAllOnceAndBoundsWhatWaits() {
    var done = new AtomicInteger();
    var most = new AtomicInteger();
    var finds = new Finds(opened());
    int mebibyte = 1 << 20;
    for (int i = 0; i < 100; i++) {
      int number = i;
      finds.add(
          mebibyte,
          found -> {
            done.incrementAndGet();
            find(number).accept(found);
          });
      most.set(Math.max(most.get(), i + 1 - done.get()));
    }

    assertThat(most).hasValue(16);
    assertThat(places(finds.all())).isEqualTo(places(100));
    assertThat(done).hasValue(100);
  }

  @Test
  void smallFilesAreBoundedInNumber() {
    var done = new AtomicInteger();
    var finds = new Finds(opened());
    for (int i = 0; i < FILES; i++) {
      finds.add(0, _ -> done.incrementAndGet());
    }

    assertThat(done.get()).isEqualTo(FILES - 4096);
  }

  @Test
  void twoWalksShareTheBoundAndNeitherWaitsForTheOther() {
    var side = opened();
    var first = new Finds(side);
    var second = new Finds(side);
    for (int i = 0; i < 40; i++) {
      first.add(1 << 20, find(i));
      second.add(1 << 20, find(i));
    }

    assertThat(places(second.all())).isEqualTo(places(40));
    assertThat(places(first.all())).isEqualTo(places(40));
  }

  @Test
  void aHelperLooksWhileTheWalkGoesOn() throws InterruptedException {
    var side = opened();
    var names = ConcurrentHashMap.<String>newKeySet();
    var looked = new CountDownLatch(1);
    var finds = new Finds(side);
    finds.add(
        1,
        _ -> {
          names.add(Thread.currentThread().getName());
          looked.countDown();
        });
    var helper = Thread.ofPlatform().name("helper").start(side::help);

    looked.await();
    finds.all();
    side.close();
    helper.join();
    assertThat(names).containsExactly("helper");
  }

  @Test
  void nothingIsPutAsideBeforeAndAfterSomebodyMayHelp() {
    var done = new AtomicInteger();
    var side = new SideWork();
    var finds = new Finds(side);

    finds.add(1, _ -> done.incrementAndGet());
    assertThat(done).hasValue(1);
    side.open();
    finds.add(1, _ -> done.incrementAndGet());
    assertThat(done).hasValue(1);
    side.close();
    side.open();
    finds.add(1, _ -> done.incrementAndGet());
    assertThat(done).hasValue(3);
  }

  @Test
  void aFailureReachesTheWalk() {
    var finds = new Finds(opened());
    finds.add(
        1,
        _ -> {
          throw new IllegalStateException("a mistake");
        });
    finds.add(1, find(1));

    assertThatThrownBy(finds::all)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a mistake");
  }

  @Test
  void anInterruptedHelperLeaves() throws InterruptedException {
    var side = opened();
    var helper = Thread.ofPlatform().start(side::help);

    helper.interrupt();

    helper.join();
    var finds = new Finds(side);
    finds.add(1, find(0));
    assertThat(places(finds.all())).isEqualTo(places(1));
  }
}
