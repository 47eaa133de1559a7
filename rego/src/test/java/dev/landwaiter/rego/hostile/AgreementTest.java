package dev.landwaiter.rego.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Policies made by chance: both engines give the same answers or the same error, with indexes and
/// without, on one thread and on eight.
class AgreementTest {
  private static final int POLICIES = 60;
  private static final int THREADS = 8;

  private final ObjectValue data = (ObjectValue) json(RandomPolicy.DATA);
  private final Optional<Value> input = Optional.of(json(RandomPolicy.INPUT));

  private static Value json(String text) {
    try {
      return Json.parse("test", text);
    } catch (FormatException e) {
      throw new AssertionError(e);
    }
  }

  private interface Way {
    Answer run() throws RegoException;
  }

  /// The answers in no order, or the code of the error: which of two conflicts is met first depends
  /// on the order of the search.
  private static Object outcome(Way way) {
    try {
      return new HashSet<>(way.run().results());
    } catch (RegoException e) {
      return e.errors().getFirst().code();
    }
  }

  private Object closures(Both both, boolean indexing, boolean earlyExit) {
    Settings settings = Both.settings(Both.world(), Budget.NONE, indexing, earlyExit);
    return outcome(() -> both.closures(data, input, settings));
  }

  private Object search(Both both, boolean indexing, boolean earlyExit) {
    Settings settings = Both.settings(Both.world(), Budget.NONE, indexing, earlyExit);
    return outcome(() -> both.search(data, input, settings));
  }

  /// What the ways say, when they do not say the same; nothing when the policy does not compile.
  private Optional<String> difference(List<String> modules, String query, int[] compiled) {
    Both both;
    try {
      both = Both.compile(modules, query);
    } catch (RegoException e) {
      return Optional.empty();
    }
    compiled[0]++;
    var outcomes = new TreeMap<String, Object>();
    outcomes.put("closures without index", closures(both, false, false));
    Object all = search(both, false, false);
    outcomes.put("search without index", all);
    if (!ErrorCode.EVAL_CONFLICT.equals(all)) {
      // Who leaves early, or leaves rules out by index, comes by fewer conflicts, and only there.
      outcomes.put("closures", closures(both, true, false));
      outcomes.put("search", search(both, true, false));
      outcomes.put("closures with early exit", closures(both, true, true));
      outcomes.put("search with early exit", search(both, true, true));
    }
    return new HashSet<>(outcomes.values()).size() == 1
        ? Optional.empty()
        : Optional.of(query + " " + outcomes + "\n" + String.join("\n", modules));
  }

  @Test
  void bothEnginesAgree() {
    int[] compiled = {0};
    for (int seed = 0; seed < POLICIES; seed++) {
      List<String> modules = new RandomPolicy(seed).modules();
      for (String query : RandomPolicy.queries()) {
        assertThat(difference(modules, query, compiled)).as("seed %s", seed).isEmpty();
      }
    }
    assertThat(compiled[0]).isGreaterThan(POLICIES);
  }

  @Test
  void eightThreadsAgreeWithOne() throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      for (int seed = 0; seed < POLICIES; seed++) {
        List<String> modules = new RandomPolicy(seed).modules();
        Both both;
        try {
          both = Both.compile(modules, "x = data.p");
        } catch (RegoException e) {
          continue;
        }
        Object alone = closures(both, false, false);
        List<Future<Object>> together =
            IntStream.range(0, THREADS * 2)
                .mapToObj(i ->
                    threads.submit(() ->
                        i % 2 == 0 ? closures(both, false, false) : search(both, false, false)))
                .toList();
        for (Future<Object> one : together) {
          assertThat(one.get()).as("seed %s", seed).isEqualTo(alone);
        }
      }
    }
  }

  /// Prints the differences of the seeds from one number to another.
  public static void main(String[] words) {
    var test = new AgreementTest();
    int[] compiled = {0};
    int wrong = 0;
    int tried = 0;
    for (int seed = Integer.parseInt(words[0]); seed < Integer.parseInt(words[1]); seed++) {
      List<String> modules = new RandomPolicy(seed).modules();
      for (String query : RandomPolicy.queries()) {
        tried++;
        Optional<String> difference;
        try {
          difference = test.difference(modules, query, compiled);
        } catch (RuntimeException | Error e) {
          e.printStackTrace();
          difference = Optional.of(query + " " + e + "\n" + String.join("\n", modules));
        }
        if (difference.isPresent()) {
          wrong++;
          System.out.println("=== seed " + seed + " " + difference.get());
          break;
        }
      }
      if (words.length > 2) {
        try {
          Both.compile(modules, "x = data.p");
        } catch (RegoException e) {
          System.out.println(
              "--- seed " + seed + " " + String.valueOf(e.getMessage()).lines().limit(3).toList());
        }
      }
    }
    System.out.println(compiled[0] + " of " + tried + " compiled, " + wrong + " differ");
  }
}
