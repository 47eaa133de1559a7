package dev.landwaiter.cli.command.gate;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.text.Plain;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.text.Reason;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.OutputFile;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.policy.gatekeeper.Manifest;
import dev.landwaiter.policy.gatekeeper.bench.Baseline;
import dev.landwaiter.policy.gatekeeper.bench.BenchEngine;
import dev.landwaiter.policy.gatekeeper.bench.BenchException;
import dev.landwaiter.policy.gatekeeper.bench.BenchInput;
import dev.landwaiter.policy.gatekeeper.bench.BenchResult;
import dev.landwaiter.policy.gatekeeper.bench.BenchSettings;
import dev.landwaiter.policy.gatekeeper.bench.BenchText;
import dev.landwaiter.policy.gatekeeper.bench.BenchValues;
import dev.landwaiter.policy.gatekeeper.bench.BenchYaml;
import dev.landwaiter.policy.gatekeeper.bench.Benchmark;
import dev.landwaiter.policy.gatekeeper.read.ManifestReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Measures engines and shows, saves and compares what came of it.
final class GateBench {
  /// Fewer rounds say little about the slowest reviews.
  private static final int FEW = 1000;

  private static final int BASELINE_LIMIT = 16 << 20;

  private final Invocation invocation;
  private final Values values;
  private final boolean original;

  GateBench(Invocation invocation, boolean original) {
    this.invocation = invocation;
    this.values = invocation.values();
    this.original = original;
  }

  int run() throws UsageException, IOException {
    List<String> names = new ArrayList<>(values.repeated(GateFlags.FILENAME));
    if (!original) {
      names.addAll(invocation.arguments());
    } else if (!invocation.arguments().isEmpty()) {
      throw UsageException.withUsage(
          "unknown command \"" + invocation.arguments().getFirst() + "\" for \"gator bench\"");
    }
    if (names.isEmpty()) {
      throw new UsageException("there is no input: name files with -f");
    }
    String output = values.text(GateBenchCommand.OUTPUT).toLowerCase(Locale.ROOT);
    if (!List.of("table", "json", "yaml").contains(output)) {
      throw new UsageException("there is no output " + output + "; there are table, json, yaml");
    }
    if (values.number(GateBenchCommand.ITERATIONS) <= 0) {
      throw new UsageException("--iterations is not positive");
    }
    try {
      return measured(names, output);
    } catch (BenchException e) {
      invocation.log().error(Plain.lines(e.text()));
      return invocation.dialect().errorCode();
    }
  }

  private int measured(List<String> names, String output)
      throws UsageException, IOException, BenchException {
    List<BenchEngine> engines =
        Engines.measured(
            invocation,
            values.text(original ? GateBenchCommand.GATOR_ENGINE : GateBenchCommand.ENGINE),
            original);
    String compare = values.text(GateBenchCommand.COMPARE);
    Optional<Value> baseline =
        compare.isEmpty() ? Optional.empty() : Optional.of(baseline(compare));
    BenchInput input = input(names);
    List<BenchResult> results = results(engines, input);
    if (values.number(GateBenchCommand.ITERATIONS) < FEW) {
      invocation
          .log()
          .warn(
              "%d iterations say little about the slowest reviews; %d are enough"
                  .formatted(values.number(GateBenchCommand.ITERATIONS), FEW));
    }
    Value shown = BenchValues.of(results);
    String json = JsonWriter.toText(shown, JsonStyle.INDENTED) + "\n";
    print(
        switch (output) {
          case "json" -> json;
          case "yaml" -> BenchYaml.of(shown);
          default -> BenchText.of(results);
        });
    String save = values.text(GateBenchCommand.SAVE);
    if (!save.isEmpty()) {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      new OutputFile(invocation.world(), save).write(out -> out.write(bytes));
    }
    return baseline.isEmpty() ? 0 : compared(results, baseline.get(), output);
  }

  private BenchInput input(List<String> names) throws UsageException, IOException, BenchException {
    GateFiles.Read read = new GateFiles(invocation, original).read(names);
    if (!read.problems().isEmpty()) {
      Problem first = read.problems().getFirst();
      throw new BenchException(first.toString());
    }
    return BenchInput.of(
        read.manifests().stream()
            .flatMap(each -> (original ? List.of(each) : ManifestReader.unfolded(each)).stream())
            .map(Manifest::resource)
            .toList());
  }

  /// The results of all engines; where several are asked for, one that can take nothing is left
  /// out.
  private List<BenchResult> results(List<BenchEngine> engines, BenchInput input)
      throws UsageException, BenchException {
    var settings =
        new BenchSettings(
            values.number(GateBenchCommand.ITERATIONS),
            values.number(GateBenchCommand.WARMUP),
            values.number(GateBenchCommand.CONCURRENCY),
            Ticks::now,
            values.flag(GateBenchCommand.MEMORY) ? Allocations::ofThisThread : () -> 0);
    List<BenchResult> results = new ArrayList<>();
    for (int i = 0; i < engines.size(); i++) {
      try {
        results.add(Benchmark.of(engines.get(i), input, settings));
      } catch (BenchException e) {
        if (engines.size() == 1 || (results.isEmpty() && i == engines.size() - 1)) {
          throw e;
        }
        invocation.log().warn(Plain.lines(e.text()));
      }
    }
    return results;
  }

  private int compared(List<BenchResult> results, Value baseline, String output)
      throws UsageException, IOException, BenchException {
    Baseline.Compared compared =
        Baseline.compare(
            results,
            baseline,
            values.decimal(GateBenchCommand.THRESHOLD),
            values.duration(GateBenchCommand.MIN_THRESHOLD).toNanos());
    if (output.equals("table")) {
      print(compared.text());
    }
    compared.regressions().forEach(each -> invocation.log().error("slower: " + each));
    return compared.regressions().isEmpty() ? 0 : 1;
  }

  private Value baseline(String name) throws BenchException {
    try (InputStream in = Files.newInputStream(invocation.world().folder().resolve(name))) {
      byte[] text = in.readNBytes(BASELINE_LIMIT + 1);
      if (text.length > BASELINE_LIMIT) {
        throw new BenchException(name + " is larger than the 16 MiB that are read");
      }
      return Yaml.parse(name, text);
    } catch (FormatException e) {
      throw new BenchException(e.problem().toString());
    } catch (IOException e) {
      throw new BenchException(name + " cannot be read: " + Reason.of(e));
    }
  }

  private void print(String text) throws IOException {
    invocation.world().stdout().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
