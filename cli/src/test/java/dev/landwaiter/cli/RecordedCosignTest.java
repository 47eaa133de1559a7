package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.agreement.CosignRow;
import dev.landwaiter.cli.agreement.CosignRun;
import dev.landwaiter.cli.agreement.CosignServers;
import dev.landwaiter.cli.world.World;
import dev.landwaiter.testing.CaseLines;
import dev.landwaiter.testing.Certificates;
import dev.landwaiter.testing.Shared;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recorded command lines of cosign, run in this process at the recorded times against servers
/// in this process. A list beside the test names the rows that differ, each with its reason.
///
/// To work on some of them, run this class with the system property `landwaiter.cosign` set to a
/// pattern that their ids begin with, such as `im-` or `(bl|kl)-verify`: it tells every difference
/// whether listed or not, and fails for none. With `landwaiter.update` the list is written anew,
/// reasons of rows that still differ kept.
class RecordedCosignTest {
  private static final int ROWS = 1751;
  private static final int WORKERS = 8;
  private static final long SLOW = 6_000_000_000L;
  private static final String LIST = "cli/src/test/resources/agreement/cosign.differs.txt";

  @Test
  void recordedCommandsAgree(@TempDir Path temporary) throws Exception {
    String only = System.getProperty("landwaiter.cosign", "");
    List<Value> rows =
        Json.parse("runs.json", Files.readAllBytes(Shared.path("conformance/cosign/runs.json")))
            .elements();
    assertThat(rows).hasSize(ROWS);
    Map<String, List<CosignRow>> groups = new LinkedHashMap<>();
    for (Value value : rows) {
      var row = new CosignRow(value);
      if (only.isEmpty() || row.id().matches("(" + only + ").*")) {
        groups.computeIfAbsent(CosignRun.home(row), home -> new ArrayList<>()).add(row);
      }
    }
    Map<String, String> outcomes = replay(temporary, groups, only);
    Map<String, String> differing = new TreeMap<>(outcomes);
    differing.values().removeIf(String::isEmpty);
    Map<String, int[]> families = new TreeMap<>();
    outcomes.forEach((id, why) -> {
      int[] count = families.computeIfAbsent(id.split("-", 2)[0], name -> new int[2]);
      count[why.isEmpty() ? 0 : 1]++;
    });
    var told = new StringBuilder();
    families.forEach(
        (name, count) -> told.append("%s %d/%d  ".formatted(name, count[0], count[0] + count[1])));
    System.out.println("recorded cosign by family: " + told);
    System.out.printf(
        "recorded cosign: %d of %d agree%n", outcomes.size() - differing.size(), outcomes.size());
    if (!only.isEmpty()) {
      return;
    }
    Map<String, String> known = known();
    if (Boolean.getBoolean("landwaiter.update")) {
      update(differing, known);
      return;
    }
    differing.keySet().stream()
        .filter(id -> !known.containsKey(id))
        .forEach(id -> System.out.println(id + ": " + differing.get(id)));
    assertThat(differing.keySet()).isEqualTo(known.keySet());
  }

  /// Runs the groups at once, the rows of one in their order.
  ///
  /// @return what differs by the ids of all rows; nothing where they agree
  private static Map<String, String> replay(
      Path temporary, Map<String, List<CosignRow>> groups, String only) throws Exception {
    Certificates certificates =
        Certificates.make(temporary, "registry", "ip:127.0.0.1,dns:localhost");
    BlockingQueue<CosignServers> servers = new LinkedBlockingQueue<>();
    for (int i = 0; i < WORKERS; i++) {
      servers.add(new CosignServers(certificates));
    }
    Map<String, String> outcomes = new ConcurrentHashMap<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      List<Future<Void>> running = new ArrayList<>();
      groups.forEach((name, rows) ->
          running.add(
              workers.submit(() -> {
                CosignServers mine = servers.take();
                for (CosignRow row : rows) {
                  Path home = temporary.resolve("home-" + name);
                  try (CosignRun run =
                      CosignRun.of(row, mine, home, temporary.resolve("row-" + row.id()))) {
                    outcomes.put(row.id(), difference(run, mine, only));
                  }
                }
                servers.add(mine);
                return null;
              })));
      for (Future<Void> each : running) {
        each.get();
      }
    }
    servers.forEach(CosignServers::close);
    return outcomes;
  }

  private static String difference(CosignRun run, CosignServers servers, String only) {
    CosignRow row = run.row();
    var stdout = new ByteArrayOutputStream();
    var stderr = new ByteArrayOutputStream();
    var world =
        new World(
            new ByteArrayInputStream(row.stdin().getBytes(StandardCharsets.UTF_8)),
            stdout,
            new PrintStream(stderr, true, StandardCharsets.UTF_8),
            run.environment(),
            run.folder(),
            Clock.fixed(row.at(), ZoneOffset.UTC),
            new SplittableRandom(1),
            World.Terminal.NONE,
            1L << 30,
            SecureRandom::new);
    String why;
    long start = System.nanoTime();
    try {
      int exit = Personas.run(world, run.words());
      why = run.difference(servers, exit, stdout.toString(StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException | Error e) {
      var trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace, true));
      why = "mistake: " + trace;
    }
    if (System.nanoTime() - start > SLOW) {
      System.out.printf("slow: %s %d ms%n", row.id(), (System.nanoTime() - start) / 1_000_000);
    }
    if (!only.isEmpty() && !why.isEmpty()) {
      System.out.printf(
          "%n%s: %s%n  $ %s %s%n  %s%n  stderr: %s%n",
          row.id(),
          row.about(),
          String.join(" ", row.words()),
          row.environment(),
          why,
          stderr.toString(StandardCharsets.UTF_8));
    }
    return why;
  }

  private static Map<String, String> known() throws IOException {
    Map<String, String> known = new TreeMap<>();
    for (String line : CaseLines.of("/agreement/cosign.differs.txt")) {
      int colon = line.indexOf(':');
      known.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    return known;
  }

  private static void update(Map<String, String> differing, Map<String, String> known)
      throws IOException {
    Map<String, String> lines = new LinkedHashMap<>();
    differing.forEach((id, why) -> lines.put(id, known.getOrDefault(id, "not built yet")));
    var text = new StringBuilder();
    text.append("# Recorded command lines of cosign that differ, each with its reason.\n");
    lines.forEach((id, why) -> text.append(id).append(": ").append(why).append('\n'));
    Files.writeString(Path.of(System.getProperty("landwaiter.root"), LIST), text.toString());
  }
}
