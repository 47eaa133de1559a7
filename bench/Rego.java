import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.HttpAnswer;
import dev.landwaiter.rego.HttpRequest;
import dev.landwaiter.rego.OutsideException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.World;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.compile.QueryCompiler;
import dev.landwaiter.rego.compile.QuerySettings;
import dev.landwaiter.rego.eval.Prepared;
import dev.landwaiter.rego.eval.Program;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.type.Capabilities;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;

/// Measures evaluation, warm: `bench/rego FOLDER…`, each with `policy.rego`, `query`, `data.json`
/// and `input.json`. For each folder: CPU time and bytes for one evaluation on one thread (the best
/// round), and how many times as many evaluations two threads do together.
public class Rego {
  private static final long ROUND = 100_000_000;
  private static final int ROUNDS = 40;

  public static void main(String[] folders) throws Exception {
    System.out.printf("%-20s %14s %14s %12s%n", "", "µs", "bytes", "two threads");
    for (String folder : folders) {
      new Rego(Path.of(folder)).measure();
    }
  }

  private final String name;
  private final Prepared prepared;
  private final Documents documents;
  private final Settings settings;

  private Rego(Path folder) throws Exception {
    name = folder.getFileName().toString();
    Map<String, Builtin> builtins = Builtins.all();
    var capabilities =
        Capabilities.current(
            RegoVersion.V1, builtins.values().stream().map(Builtin::declaration).toList());
    var syntax = ParserSettings.of(RegoVersion.V1);
    var policy =
        Compiler.compile(
            List.of(Parser.parseModule(source(folder, "policy.rego"), syntax)),
            CompilerSettings.of(capabilities));
    var query =
        QueryCompiler.compile(
            policy,
            Parser.parseQuery(source(folder, "query"), syntax),
            new QuerySettings(Optional.empty(), List.of(), false, false, Set.of(), true));
    prepared = Program.compile(policy, builtins).prepare(query);
    documents =
        new Documents(
            (ObjectValue) json(folder, "data.json"), Optional.of(json(folder, "input.json")));
    settings = new Settings(new Closed(), Budget.NONE, false, true, true, _ -> {}, capabilities);
  }

  private static Source source(Path folder, String file) throws Exception {
    return new Source(file, Files.readString(folder.resolve(file)));
  }

  private static Value json(Path folder, String file) throws Exception {
    return Json.parse(file, Files.readAllBytes(folder.resolve(file)));
  }

  private void measure() throws Exception {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long count = 1;
    double best = Double.MAX_VALUE;
    long bytes = 0;
    for (int round = 0; round < ROUNDS; ) {
      long allocated = threads.getCurrentThreadAllocatedBytes();
      long start = threads.getCurrentThreadCpuTime();
      evaluate(count);
      long time = threads.getCurrentThreadCpuTime() - start;
      if (time < ROUND / 2) {
        count *= 2;
        continue;
      }
      bytes = (threads.getCurrentThreadAllocatedBytes() - allocated) / count;
      best = Math.min(best, time / 1000.0 / count);
      round++;
    }
    long one = together(1, count);
    long two = together(2, count);
    System.out.printf("%-20s %14.2f %14d %11.2fx%n", name, best, bytes, 2.0 * one / two);
  }

  private void evaluate(long count) throws Exception {
    for (long i = 0; i < count; i++) {
      prepared.evaluate(documents, settings);
    }
  }

  /// The best wall time in which so many threads each do so many evaluations.
  private long together(int threads, long count) throws Exception {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 10; round++) {
      var done = new CountDownLatch(threads);
      long start = System.nanoTime();
      for (int i = 0; i < threads; i++) {
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    evaluate(count);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  } finally {
                    done.countDown();
                  }
                });
      }
      done.await();
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  /// A world that stands still and is closed.
  private static final class Closed implements World {
    @Override
    public long nowNanos() {
      return 0;
    }

    @Override
    public long ticks() {
      return System.nanoTime();
    }

    @Override
    public RandomGenerator random() {
      return new Random(0);
    }

    @Override
    public ZoneId zone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Map<String, String> environment() {
      return Map.of();
    }

    @Override
    public Value runtime() {
      return ObjectValue.EMPTY;
    }

    @Override
    public List<String> lookup(String host) throws OutsideException {
      throw new OutsideException(OutsideException.Reason.CLOSED, "the network is closed");
    }

    @Override
    public HttpAnswer send(HttpRequest request) throws OutsideException {
      throw new OutsideException(OutsideException.Reason.CLOSED, "the network is closed");
    }
  }
}
