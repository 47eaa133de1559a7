import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.ClosedWorld;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.World;
import dev.landwaiter.rego.run.Policy;
import dev.landwaiter.rego.run.PreparedQuery;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// Measures the library templates of Gatekeeper: `Templates FOLDER`. Compiles each of them, then
/// holds one pod against all (CPU time), each with the parameters of its first sample.
public class Templates {
  private static final long ROUND = 200_000_000;
  private static final int ROUNDS = 20;
  private static final World WORLD =
      new ClosedWorld(Clock.systemUTC(), System::nanoTime, new SplittableRandom(1));

  /// A compiled template and what it is asked.
  private record Asked(PreparedQuery query, Value input) {}

  public static void main(String[] words) throws Exception {
    List<Path> sources = sources(Path.of(words[0]));
    List<Asked> asked = compile(sources);
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 30; i++) {
      long begin = System.nanoTime();
      asked = compile(sources);
      best = Math.min(best, System.nanoTime() - begin);
    }
    System.out.printf("compile %d templates: %.1f ms (best of 30)%n", asked.size(), best / 1e6);
    double one = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      one = Math.min(one, round(asked));
    }
    var threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    all(asked);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    System.out.printf(
        "one pod against all: %.1f µs, %,d bytes; two threads %.2fx%n",
        one / 1e3, bytes, together(asked, 2) / together(asked, 1));
  }

  /// Wall time of one pod against all, in nanoseconds.
  private static double wall(List<Asked> asked) throws Exception {
    long begin = System.nanoTime();
    long count = 0;
    while (System.nanoTime() - begin < ROUND) {
      all(asked);
      count++;
    }
    return (double) (System.nanoTime() - begin) / count;
  }

  /// CPU time of one pod against all, in nanoseconds.
  private static double round(List<Asked> asked) throws Exception {
    var clock = ManagementFactory.getThreadMXBean();
    long begin = System.nanoTime();
    long cpu = clock.getCurrentThreadCpuTime();
    long count = 0;
    while (System.nanoTime() - begin < ROUND) {
      all(asked);
      count++;
    }
    return (double) (clock.getCurrentThreadCpuTime() - cpu) / count;
  }

  private static int all(List<Asked> asked) throws Exception {
    int results = 0;
    for (Asked one : asked) {
      results += one.query().evaluate(one.input(), WORLD).results().size();
    }
    return results;
  }

  /// Rounds in a second by some threads.
  private static double together(List<Asked> asked, int threads) throws Exception {
    double best = 0;
    for (int attempt = 0; attempt < 5; attempt++) {
      var done = new CountDownLatch(threads);
      double[] rates = new double[threads];
      for (int i = 0; i < threads; i++) {
        int at = i;
        new Thread(
                () -> {
                  try {
                    rates[at] = 1e9 / wall(asked);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  } finally {
                    done.countDown();
                  }
                })
            .start();
      }
      done.await();
      double sum = 0;
      for (double rate : rates) {
        sum += rate;
      }
      best = Math.max(best, sum);
    }
    return best;
  }

  private static List<Path> sources(Path folder) throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.endsWith("src") && Files.isDirectory(path)).sorted().toList();
    }
  }

  private static List<Asked> compile(List<Path> sources) throws Exception {
    List<Asked> asked = new ArrayList<>();
    for (Path source : sources) {
      Map<String, String> modules = new TreeMap<>();
      String name = "";
      try (Stream<Path> files = Files.list(source)) {
        for (Path file : files.toList()) {
          String fileName = file.getFileName().toString();
          if (fileName.endsWith(".rego") && !fileName.endsWith("_test.rego")) {
            String text = Files.readString(file);
            modules.put(fileName, text);
            if (fileName.equals("src.rego")) {
              name = text.lines().filter(l -> l.startsWith("package ")).findFirst().orElseThrow();
            }
          }
        }
      }
      PreparedQuery query =
          Policy.compile(modules, ObjectValue.EMPTY, RegoVersion.V0)
              .prepare("data." + name.substring("package ".length()).strip() + ".violation");
      asked.add(new Asked(query, input(source.resolveSibling("samples"))));
    }
    return asked;
  }

  private static Value input(Path samples) throws Exception {
    Value parameters = NullValue.NULL;
    try (Stream<Path> all = Files.walk(samples)) {
      Path constraint =
          all.filter(path -> path.endsWith("constraint.yaml")).sorted().findFirst().orElseThrow();
      parameters =
          Yaml.parse("constraint", Files.readAllBytes(constraint))
              .get("spec")
              .flatMap(spec -> spec.get("parameters"))
              .orElse(ObjectValue.EMPTY);
    }
    Value pod = Yaml.parse("pod", POD.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    var review = new ObjectValue.Draft();
    review.put(Value.of("object"), pod);
    review.put(Value.of("operation"), Value.of("CREATE"));
    review.put(Value.of("kind"), Yaml.parse("kind", "{group: '', version: v1, kind: Pod}".getBytes()));
    var input = new ObjectValue.Draft();
    input.put(Value.of("review"), review.finish());
    input.put(Value.of("parameters"), parameters);
    return input.finish();
  }

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
        labels: {app: web, owner: team}
      spec:
        hostNetwork: true
        volumes:
        - {name: data, emptyDir: {}}
        - {name: host, hostPath: {path: /var}}
        containers:
        - name: web
          image: registry.example.com/shop/web:latest
          ports: [{containerPort: 8080, hostPort: 80}]
          resources: {limits: {cpu: 500m, memory: 1Gi}, requests: {cpu: 100m, memory: 256Mi}}
          securityContext: {privileged: true, runAsUser: 0, capabilities: {add: [NET_ADMIN]}}
          livenessProbe: {httpGet: {path: /, port: 8080}}
        - name: log
          image: quay.io/tools/log@sha256:0123456789012345678901234567890123456789012345678901234567890123
          resources: {limits: {cpu: 50m, memory: 64Mi}}
          securityContext: {readOnlyRootFilesystem: true, runAsNonRoot: true}
        initContainers:
        - {name: prepare, image: "busybox:1.36"}
      """;
}
