import dev.landwaiter.dockerfile.config.Configuration;
import dev.landwaiter.dockerfile.parse.Parser;
import dev.landwaiter.dockerfile.run.Linter;
import dev.landwaiter.dockerfile.run.Profile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// Measures the linter: `bench/dockerfiles [FOLDER]`, where each file of the folder is a Dockerfile.
///
/// Warm, on one thread: CPU time of reading alone and of reading and judging in each profile; wall
/// time of all rules on one thread and on two. Cold: whole processes of `./landwaiter`, over all
/// files and over one, best and mean.
public class Dockerfiles {
  private static final int ROUNDS = 40;

  private final Path program;
  private final List<Path> paths;
  private final List<byte[]> texts = new ArrayList<>();

  public static void main(String[] arguments) throws Exception {
    new Dockerfiles(Path.of(arguments[0]), Path.of(arguments[1])).measure();
  }

  private Dockerfiles(Path program, Path folder) throws IOException {
    this.program = program;
    try (Stream<Path> files = Files.walk(folder)) {
      paths = files.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path each : paths) {
      texts.add(Files.readAllBytes(each));
    }
  }

  private void measure() throws Exception {
    System.out.printf("%-44s %12s %12s%n", "", "files/s", "bytes/file");
    warm("reading, warm, one thread", Optional.empty());
    for (Profile each : Profile.values()) {
      warm("reading and judging, " + each, Optional.of(each));
    }
    System.out.printf("%n%-44s %12s%n", "", "best ms");
    for (int threads = 1; threads <= 2; threads++) {
      threads(threads);
    }
    System.out.printf("%n%-44s %12s %12s%n", "", "best ms", "mean ms");
    cold(paths.size() + " files, one process, lint", 7, "lint", paths);
    cold(paths.size() + " files, one process, hadolint", 7, "hadolint", paths);
    cold("one file, one process, lint", 21, "lint", paths.subList(0, 1));
    cold("one file, one process, hadolint", 21, "hadolint", paths.subList(0, 1));
    cold("the start alone (--version)", 21, "--version", List.of());
  }

  private void warm(String what, Optional<Profile> profile) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    Optional<Linter> linter =
        profile.map(
            it ->
                new Linter(Linter.Options.of(Configuration.DEFAULT, it, LocalDate.of(2026, 1, 1))));
    long best = Long.MAX_VALUE;
    long bytes = 0;
    long found = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long allocated = threads.getCurrentThreadAllocatedBytes();
      long start = threads.getCurrentThreadCpuTime();
      for (int at = 0; at < texts.size(); at++) {
        var file = new Parser().parse(texts.get(at));
        found +=
            linter
                .map(it -> it.lint("Dockerfile", file, Optional.empty()).linted().findings().size())
                .orElse(file.instructions().size());
      }
      best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
      bytes = threads.getCurrentThreadAllocatedBytes() - allocated;
    }
    if (found == 0) {
      throw new IllegalStateException("nothing was found");
    }
    System.out.printf("%-44s %12.0f %12d%n", what, texts.size() * 1e9 / best, bytes / texts.size());
  }

  /// Wall time of judging all files with all rules, shared out among threads.
  private void threads(int count) throws Exception {
    var options = Linter.Options.of(Configuration.DEFAULT, Profile.FULL, LocalDate.of(2026, 1, 1));
    var linter = new Linter(options);
    double best = Double.MAX_VALUE;
    try (var pool = Executors.newFixedThreadPool(count)) {
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        var running = new ArrayList<Future<?>>();
        for (byte[] each : texts) {
          running.add(pool.submit(() -> linter.lint("Dockerfile", each)));
        }
        for (Future<?> each : running) {
          each.get();
        }
        best = Math.min(best, (System.nanoTime() - start) / 1e6);
      }
    }
    System.out.printf("%-44s %12.0f%n", "all rules, warm, threads: " + count, best);
  }

  private void cold(String what, int runs, String word, List<Path> files)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>(List.of(program.toString(), word));
    files.forEach(each -> command.add(each.toString()));
    double best = Double.MAX_VALUE;
    double sum = 0;
    for (int run = 0; run < runs; run++) {
      long start = System.nanoTime();
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
      double time = (System.nanoTime() - start) / 1e6;
      best = Math.min(best, time);
      sum += time;
    }
    System.out.printf("%-44s %12.0f %12.0f%n", what, best, sum / runs);
  }
}
