package dev.landwaiter.rego.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.RegoException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each row ends in bounded time and memory, with an answer or an error of ours.
class HostileTest {
  /// What an evaluation gets; a limit of the clock that none of them needs to come near.
  private static final long NANOS = 200_000_000L;

  /// About 32 MiB.
  private static final long VALUES = 2_000_000;

  /// What nothing may take, however slow the machine.
  private static final long FAR_TOO_LONG = 60_000;

  private static final long STACK = 1 << 20;

  static Stream<Row> rows() {
    return Rows.all().stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void endsWell(Row row) throws InterruptedException {
    assertThat(trouble(row)).isEmpty();
  }

  /// What went wrong with a row.
  static Optional<String> trouble(Row row) throws InterruptedException {
    var outcome = new AtomicReference<>("");
    var said = new AtomicReference<>("compile");
    var thread = new Thread(null, () -> outcome.set(run(row, said)), "hostile", STACK);
    thread.setDaemon(true);
    thread.start();
    thread.join(FAR_TOO_LONG);
    if (thread.isAlive()) {
      String where = Arrays.toString(Arrays.copyOf(thread.getStackTrace(), 14));
      thread.interrupt();
      thread.join(2000);
      return Optional.of("no end after " + said.get() + " at " + where);
    }
    String wrong = String.valueOf(outcome.get());
    return wrong.isEmpty() ? Optional.empty() : Optional.of(said.get() + ": " + wrong);
  }

  private static String run(Row row, AtomicReference<String> said) {
    try {
      Both both = Both.compile(row.modules().get(), "x = data.p.x");
      byte[] bytes = row.input().get().getBytes(StandardCharsets.UTF_8);
      Optional<Value> input = Optional.of(Json.parse("input", bytes));
      for (boolean fast : new boolean[] {true, false}) {
        said.set("closures " + fast);
        evaluate(() ->
            both.closures(
                ObjectValue.EMPTY, input, Both.settings(Both.world(), budget(), fast, fast)));
      }
      said.set("search");
      evaluate(() ->
          both.search(ObjectValue.EMPTY, input, Both.settings(Both.world(), budget(), true, true)));
      return "";
    } catch (RegoException | FormatException e) {
      return String.valueOf(e.getMessage()).isEmpty() ? "an error without words" : "";
    } catch (Throwable e) {
      String text = e + " at " + Arrays.toString(Arrays.copyOf(e.getStackTrace(), 14));
      return text;
    }
  }

  private interface Work {
    Object run() throws RegoException;
  }

  private static void evaluate(Work work) {
    try {
      var _ = work.run();
    } catch (RegoException e) {
      assertThat(e.getMessage()).isNotEmpty().doesNotContain("than there is");
    }
  }

  private static Budget budget() {
    return new Budget(System.nanoTime() + NANOS, Long.MAX_VALUE, VALUES, Budget.DEPTH);
  }

  /// Prints what is wrong.
  public static void main(String[] words) throws InterruptedException {
    for (Row row : Rows.all()) {
      if (words.length > 0 && !row.name().contains(words[0])) {
        continue;
      }
      long start = System.nanoTime();
      System.out.println("row " + row.name().substring(0, Math.min(60, row.name().length())));
      Optional<String> trouble = trouble(row);
      long millis = (System.nanoTime() - start) / 1_000_000;
      String name = row.name().length() > 90 ? row.name().substring(0, 90) : row.name();
      if (trouble.isPresent() || millis > 6_000) {
        System.out.println(millis + " ms " + name + " => " + trouble.orElse("slow"));
        System.out.flush();
      }
    }
    System.out.println("done");
  }
}
