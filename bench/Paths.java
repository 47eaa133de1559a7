import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileVisitor;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageLayer;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.archive.Archives;
import dev.landwaiter.oci.layer.Compression;
import dev.landwaiter.oci.layer.Inflate;
import dev.landwaiter.oci.layer.Inflates;
import dev.landwaiter.oci.layer.LayerPass;
import dev.landwaiter.vulnerability.AdvisoryDatabase;
import dev.landwaiter.vulnerability.store.TrivyDatabase;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Measures the two hot paths by themselves, in CPU time of one thread, after warming up:
///
///     bench/paths IMAGE DATABASE_FOLDER
///
/// one pass over all layers of an image against decompression alone, and one look-up per package.
public class Paths {
  private static final int ROUNDS = 4;

  public static void main(String[] words) throws Exception {
    passes(words[0]);
    lookups(Path.of(words[1]));
  }

  private interface Work {
    long run() throws Exception;
  }

  /// The best round: nanoseconds for one unit of what the work counts.
  private static double best(Work work) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = threads.getCurrentThreadCpuTime();
      long units = work.run();
      best = Math.min(best, (threads.getCurrentThreadCpuTime() - before) / (double) units);
    }
    return best;
  }

  private static void passes(String image) throws Exception {
    double inflated = best(() -> inflate(image, Inflates.fastest()));
    double jdk = best(() -> inflate(image, Inflates.jdk()));
    double passed = best(() -> pass(image));
    row("inflate alone, JDK", 1000 / jdk, "MB/s of output");
    row("inflate alone, fastest", 1000 / inflated, "MB/s of output");
    row("layer pass: two hashes, tar walk", 1000 / passed, "MB/s of output");
    row("layer pass against inflate alone", 100 * inflated / passed, "%");
  }

  private static long inflate(String name, Supplier<Inflate> how) throws Exception {
    long total = 0;
    var buffer = new byte[64 << 10];
    try (Image image = Archives.open(name, Optional.empty(), Limits.STANDARD)) {
      for (ImageLayer layer : image.layers()) {
        try (InputStream in = Compression.GZIP.open(layer.open(), how, "layer")) {
          for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            total += read;
          }
        }
      }
    }
    return total;
  }

  private static long pass(String name) throws Exception {
    long total = 0;
    try (Image image = Archives.open(name, Optional.empty(), Limits.STANDARD)) {
      for (ImageLayer layer : image.layers()) {
        total += LayerPass.run(layer, new Somebody(), Limits.STANDARD).size();
      }
    }
    return total;
  }

  /// Wants what analyzers usually want.
  private static final class Somebody implements FileVisitor {
    @Override
    public boolean wants(FileEntry file) {
      return file.path().endsWith("/package.json")
          || file.path().endsWith(".jar")
          || file.path().startsWith("var/lib/dpkg/");
    }

    @Override
    public void visit(TreeFile file) {}

    @Override
    public void tooLarge(FileEntry file, long limit) {}
  }

  private static void lookups(Path folder) throws Exception {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      names.add(List.of("openssl", "curl", "glibc", "linux", "perl", "absent-" + i).get(i % 6));
    }
    try (AdvisoryDatabase database = TrivyDatabase.open(folder)) {
      double one =
          best(
              () -> {
                for (String name : names) {
                  database.advisories("debian 12", name);
                }
                return names.size();
              });
      row("look-up of a package, hits decoded", one / 1000, "µs");
    }
  }

  private static void row(String what, double value, String unit) {
    System.out.printf("%-40s %10.2f %s%n", what, value, unit);
  }
}
