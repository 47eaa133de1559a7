import dev.landwaiter.policy.conftest.run.Checking;
import dev.landwaiter.policy.conftest.run.ConfigFiles;
import dev.landwaiter.policy.conftest.run.ConfigFunctions;
import dev.landwaiter.policy.conftest.run.Language;
import dev.landwaiter.policy.conftest.run.PolicySet;
import dev.landwaiter.policy.conftest.run.Surroundings;
import dev.landwaiter.policy.conftest.UnreadException;
import dev.landwaiter.policy.gatekeeper.Manifest;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.bench.BenchEngine;
import dev.landwaiter.policy.gatekeeper.bench.BenchInput;
import dev.landwaiter.policy.gatekeeper.bench.BenchResult;
import dev.landwaiter.policy.gatekeeper.bench.BenchSettings;
import dev.landwaiter.policy.gatekeeper.bench.Benchmark;
import dev.landwaiter.policy.gatekeeper.read.ManifestReader;
import dev.landwaiter.policy.gatekeeper.rego.RegoDriver;
import dev.landwaiter.policy.gatekeeper.rego.RegoDriverSettings;
import dev.landwaiter.policy.gatekeeper.run.Client;
import dev.landwaiter.policy.input.all.InputFormats;
import dev.landwaiter.policy.score.Profile;
import dev.landwaiter.policy.score.run.KubesecScan;
import dev.landwaiter.policy.score.schema.BuiltinSchemas;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.ClosedWorld;
import dev.landwaiter.rego.World;
import dev.landwaiter.rego.builtin.all.Builtins;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// Measures policies over configuration: `bench/policies`.
///
/// Warm, on one thread: documents a second of `test` with ten rules (reading included) and of
/// `score`; one pod held against the 17 templates of Gatekeeper's library, and how long those take
/// to get ready. Cold: whole processes over all manifests and over one, best and mean.
public class Policies {
  private static final int ROUNDS = 15;

  private final Path program;
  private final Path folder;
  private final Path shared;
  private final List<Path> files;
  private final World world = new ClosedWorld(() -> Instant.EPOCH, System::nanoTime, new Random(1));

  public static void main(String[] arguments) throws Exception {
    new Policies(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2])).measure();
  }

  private Policies(Path program, Path folder, Path shared) throws Exception {
    this.program = program;
    this.folder = folder;
    this.shared = shared;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(each -> each.toString().matches(".*\\.(ya?ml|json)"))
              .sorted()
              .toList();
    }
  }

  private void measure() throws Exception {
    System.out.printf("%d manifests%n%-52s %12s%n", files.size(), "", "per second");
    tests(false);
    tests(true);
    scores();
    templates();
    String policy = shared.resolve("everyday/policy").toString();
    String pod = shared.resolve("everyday/pod.yaml").toString();
    System.out.printf("%n%-52s %10s %10s%n", "whole processes", "best ms", "mean ms");
    cold("all manifests, test, everyday policy", 9, "test", "-p", policy, folder.toString());
    cold("all manifests, conftest test", 9, "conftest", "test", "-p", policy, folder.toString());
    cold("one manifest, test", 21, "test", "-p", policy, pod);
    cold("one manifest, kubesec scan", 21, "kubesec", "scan", pod);
    cold("one manifest, gator test, one template", 21, "gator", "test", "-f",
        shared.resolve("everyday/gatekeeper/template-corrected.yaml").toString(), "-f",
        shared.resolve("everyday/gatekeeper/constraint.yaml").toString(), "-f", pod);
    cold("the start alone (--version)", 21, "--version");
  }

  /// Ten rules as people write them over workloads; reading is part of the work.
  private void tests(boolean placed) throws Exception {
    Path rules = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-rules"));
    var text = new StringBuilder("package main\n\nimport rego.v1\n\n");
    String[] fields = {"livenessProbe", "readinessProbe", "securityContext", "imagePullPolicy", "command"};
    for (String field : fields) {
      text.append(
          """
          deny contains msg if {
          	some c in input.spec.template.spec.containers
          	c.name == "never-there"
          	not c.%1$s
          	msg := sprintf("container %%s lacks %1$s", [c.name])
          }

          warn contains msg if {
          	input.kind == "StatefulSet"
          	input.metadata.labels["%1$s"] == input.metadata.name
          	msg := sprintf("%%s is labelled %1$s", [input.metadata.name])
          }

          """
              .formatted(field));
    }
    Files.writeString(rules.resolve("rules.rego"), text);
    var reader = new ConfigFiles(folder, "", new byte[0], InputFormats.ALL);
    var language =
        new Language(
            new Language.Wanted(Optional.empty(), Optional.empty(), Optional.of(List.of()), false, true),
            new ConfigFunctions(reader));
    var policies =
        PolicySet.load(
            new PolicySet.Wanted(folder, List.of(rules.toString()), List.of(), false, false), language);
    var checking =
        new Checking(
            policies,
            List.of("main"),
            folder,
            new Surroundings(world, 1 << 24, false, 1),
            new Checking.Following(false, placed));
    per("test, ten rules, warm, one thread" + (placed ? ", with places" : ""), () -> {
      int done = 0;
      for (Path each : files) {
        try {
          var document = reader.read(each.toString());
          done += checking.check(document, each.toString(), List.of()).results().isEmpty() ? 0 : 1;
        } catch (UnreadException e) {
          done++;
        }
      }
      return done;
    });
    Files.delete(rules.resolve("rules.rego"));
    Files.delete(rules);
  }

  private void scores() throws Exception {
    List<byte[]> texts = new ArrayList<>();
    for (Path each : files) {
      texts.add(Files.readAllBytes(each));
    }
    var schemas = BuiltinSchemas.of("").orElseThrow();
    per("score as kubesec, structure checked, warm, one thread", () -> {
      int done = 0;
      for (byte[] each : texts) {
        if (KubesecScan.scan("a", each, Profile.KUBESEC, List.of(), schemas)
            instanceof KubesecScan.Outcome.Scored scored) {
          done += scored.reports().size();
        }
      }
      return done;
    });
  }

  private interface Work {
    int run() throws Exception;
  }

  private static void per(String what, Work work) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = threads.getCurrentThreadCpuTime();
      int done = work.run();
      best = Math.max(best, done * 1e9 / (threads.getCurrentThreadCpuTime() - start));
    }
    System.out.printf("%-52s %12.0f%n", what, best);
  }

  private void templates() throws Exception {
    List<Resource> resources = new ArrayList<>();
    Path library = shared.resolve("conformance/gatekeeper-library");
    try (Stream<Path> all = Files.walk(library)) {
      for (Path each : all.filter(Policies::measured).sorted().toList()) {
        for (Manifest manifest :
            ManifestReader.read(each.toString(), Files.readAllBytes(each), false).manifests()) {
          resources.add(manifest.resource());
        }
      }
    }
    Path pod = shared.resolve("everyday/pod.yaml");
    resources.add(
        ManifestReader.read("pod.yaml", Files.readAllBytes(pod), false).manifests().getFirst().resource());
    BenchInput input = BenchInput.of(resources);
    var engine = new BenchEngine("rego", this::client, true);
    long setup = Long.MAX_VALUE;
    long median = Long.MAX_VALUE;
    BenchResult last = null;
    for (int round = 0; round < 2 * ROUNDS; round++) {
      last = Benchmark.of(engine, input, new BenchSettings(3_000, 500, 1, System::nanoTime, () -> 0));
      setup = Math.min(setup, last.setup().total());
      median = Math.min(median, last.latencies().p50());
    }
    System.out.printf("%n%-52s %12s%n", "", "µs");
    System.out.printf("%-52s %12.1f%n",
        "one pod against %d templates, %d constraints".formatted(
            input.templates().size(), input.constraints().size()), median / 1e3);
    System.out.printf("%-52s %12.1f%n", "getting them ready, warm", setup / 1e3);
  }

  /// Templates, and the one constraint of each sample folder.
  private static boolean measured(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.equals("template.yaml") || name.equals("constraint.yaml");
  }

  private Client client() {
    return new Client(
        List.of(
            new RegoDriver(
                new RegoDriverSettings(
                    world, () -> Budget.NONE, Builtins.all(), Set.of(), true, true))));
  }

  private void cold(String what, int runs, String... words) throws Exception {
    var command = new ArrayList<String>(List.of(program.toString()));
    command.addAll(List.of(words));
    double best = Double.MAX_VALUE;
    double sum = 0;
    for (int run = 0; run < runs; run++) {
      long start = System.nanoTime();
      new ProcessBuilder(command)
          .redirectInput(Path.of("/dev/null").toFile())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
      double time = (System.nanoTime() - start) / 1e6;
      best = Math.min(best, time);
      sum += time;
    }
    System.out.printf("%-52s %10.0f %10.0f%n", what, best, sum / runs);
  }
}
