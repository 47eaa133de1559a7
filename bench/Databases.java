import dev.landwaiter.scan.database.DatabaseBuild;
import dev.landwaiter.scan.database.FactSource;
import dev.landwaiter.scan.database.FactSources;
import dev.landwaiter.scan.database.FetchLimits;
import dev.landwaiter.vulnerability.AdvisoryDatabase;
import dev.landwaiter.vulnerability.store.IndexDatabase;
import dev.landwaiter.vulnerability.store.IndexInfo;
import dev.landwaiter.vulnerability.store.IndexWriter;
import dev.landwaiter.vulnerability.store.TrivyDatabase;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Measures databases: see bench/databases.
public class Databases {
  private static final int PACKAGES = 2_000;

  public static void main(String[] words) throws Exception {
    switch (words[0]) {
      case "build" -> build(Path.of(words[1]), List.of(words).subList(2, words.length));
      case "big" -> big(Path.of(words[1]), Integer.parseInt(words[2]));
      case "names" -> names(Path.of(words[1]), Path.of(words[2]));
      case "read" -> read(Path.of(words[1]), Path.of(words[2]));
      default -> throw new IllegalArgumentException(words[0]);
    }
  }

  private static double cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }

  private static void tell(String what, long rows, long start, double cpu, Path file)
      throws Exception {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%s: %,d facts in %.1f s (CPU %.1f), %,.0f a second, %.1f MB, heap at most %d MB%n",
        what, rows, seconds, cpu() - cpu, rows / seconds, Files.size(file) / 1e6, peak());
  }

  private static void build(Path target, List<String> names) throws Exception {
    var surroundings =
        new FactSources.Surroundings(
            Path.of("/"),
            Optional.empty(),
            target.resolveSibling("cache"),
            Path.of("."),
            FetchLimits.DEFAULT,
            ProxySelector.of(null),
            _ -> {},
            _ -> {});
    List<FactSource> sources = new ArrayList<>();
    for (String name : names) {
      sources.add(new FactSources(surroundings).named(name));
    }
    long start = System.nanoTime();
    double cpu = cpu();
    var outcome = new DatabaseBuild(Instant.now()).build(sources, target);
    long rows = outcome.info().sources().stream().mapToLong(source -> source.facts()).sum();
    tell(names.size() + " source(s)", rows, start, cpu, target);
    System.out.printf("contradictions: %,d%n", outcome.contradictions());
  }

  /// As many facts as a real database has, a ninth of them records of vulnerabilities.
  private static void big(Path target, int rows) throws Exception {
    var writer = new IndexWriter();
    long start = System.nanoTime();
    double cpu = cpu();
    for (int i = 0; i < rows; i++) {
      String id = "CVE-20%02d-%05d".formatted(i % 26, i / 26 % (rows / 9 / 26 + 1));
      if (i % 9 == 0) {
        String text = "{\"Title\":\"%s\",\"Description\":\"%s\"}".formatted(id, ("text of " + i + " ").repeat(70));
        writer.accept("vulnerability", "", id + i, text.getBytes(StandardCharsets.UTF_8));
      } else {
        writer.accept(
            "distribution " + i % 60,
            "package-" + i % 20_011,
            id,
            "{\"FixedVersion\":\"1.%d-%d\"}".formatted(i % 997, i % 89).getBytes(StandardCharsets.UTF_8));
      }
    }
    writer.write(target, new IndexInfo(Instant.now(), List.of(), List.of()));
    tell("made up", rows, start, cpu, target);
  }

  private static AdvisoryDatabase open(Path path) {
    return path.toString().endsWith(IndexDatabase.SUFFIX)
        ? IndexDatabase.open(path)
        : TrivyDatabase.open(path);
  }

  /// Chooses packages evenly over an index.
  private static void names(Path index, Path list) throws Exception {
    var all = new TreeSet<String>();
    IndexDatabase.facts(
        index,
        (bucket, group, key, json) -> {
          if (!group.isEmpty()) {
            all.add(bucket + "\t" + group);
          }
        });
    List<String> places = List.copyOf(all);
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < PACKAGES; i++) {
      chosen.add(places.get((int) ((long) i * places.size() / PACKAGES)));
    }
    Files.write(list, chosen);
  }

  private static void read(Path path, Path list) throws Exception {
    List<String> names = Files.readAllLines(list);
    double first = opened(path);
    try (AdvisoryDatabase database = open(path)) {
      double cold = looked(database, names);
      double warm = Double.MAX_VALUE;
      for (int i = 0; i < 30; i++) {
        warm = Math.min(warm, looked(database, names));
      }
      double again = Double.MAX_VALUE;
      for (int i = 0; i < 30; i++) {
        again = Math.min(again, opened(path));
      }
      System.out.printf(
          "%s: open %.1f ms in a new process (%.2f ms again), %,d packages %.0f ms cold, %.1f ms warm%n",
          path.getFileName(), first, again, names.size(), cold, warm);
    }
  }

  private static double opened(Path path) {
    long start = System.nanoTime();
    try (AdvisoryDatabase database = open(path)) {
      database.info();
      return (System.nanoTime() - start) / 1e6;
    }
  }

  private static double looked(AdvisoryDatabase database, List<String> names) {
    long start = System.nanoTime();
    int found = 0;
    for (String name : names) {
      int tab = name.indexOf('\t');
      for (var id :
          database.advisories(name.substring(0, tab), name.substring(tab + 1)).keySet()) {
        found += database.vulnerability(id).isPresent() ? 1 : 0;
      }
    }
    if (found == 0) {
      throw new IllegalStateException("nothing was found");
    }
    return (System.nanoTime() - start) / 1e6;
  }
}
