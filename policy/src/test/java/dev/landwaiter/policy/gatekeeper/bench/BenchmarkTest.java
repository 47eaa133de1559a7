package dev.landwaiter.policy.gatekeeper.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.rego.RegoDriver;
import dev.landwaiter.policy.gatekeeper.rego.RegoDriverSettings;
import dev.landwaiter.policy.gatekeeper.run.Client;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.ClosedWorld;
import dev.landwaiter.rego.builtin.all.Builtins;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkTest {
  private static final Resource TEMPLATE =
      yaml(
          """
          apiVersion: templates.gatekeeper.sh/v1
          kind: ConstraintTemplate
          metadata: {name: all}
          spec:
            crd: {spec: {names: {kind: All}}}
            targets:
            - target: admission.k8s.gatekeeper.sh
              rego: |
                package all

                violation[{"msg": "no"}] { true }
          """);
  private static final Resource CONSTRAINT =
      yaml("{apiVersion: constraints.gatekeeper.sh/v1beta1, kind: All, metadata: {name: c}}");
  private static final Resource OBJECT = yaml("{apiVersion: v1, kind: Pod, metadata: {name: p}}");

  private static Resource yaml(String text) {
    try {
      return Resource.of((ObjectValue) Yaml.parse("test", text.getBytes(StandardCharsets.UTF_8)));
    } catch (FormatException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static BenchEngine rego() {
    return new BenchEngine(
        "rego",
        () ->
            new Client(
                List.of(
                    new RegoDriver(
                        new RegoDriverSettings(
                            new ClosedWorld(() -> Instant.EPOCH, () -> 0, new Random(1)),
                            () -> Budget.NONE,
                            Builtins.all(),
                            Set.of(),
                            true,
                            false)))),
        true);
  }

  private static BenchResult result(int iterations, int concurrency) throws BenchException {
    var clock = new AtomicLong();
    return Benchmark.of(
        rego(),
        BenchInput.of(List.of(TEMPLATE, CONSTRAINT, OBJECT)),
        new BenchSettings(
            iterations, 1, concurrency, () -> clock.addAndGet(1000), () -> clock.get() * 3));
  }

  @Test
  void everythingIsCounted() throws BenchException {
    BenchResult result = result(10, 1);
    assertThat(result.counts()).isEqualTo(new BenchResult.Counts(1, 1, 1, 10, 1));
    assertThat(result.counts().reviews()).isEqualTo(10);
    assertThat(result.violations()).isEqualTo(1);
    assertThat(result.latencies())
        .isEqualTo(new BenchResult.Latencies(1000, 1000, 1000, 1000, 1000, 1000));
    assertThat(result.setup().total()).isEqualTo(4000);
    assertThat(result.memory()).isPresent();
  }

  @Test
  void threadsShareTheRounds() throws BenchException {
    assertThat(result(10, 3).counts().reviews()).isEqualTo(10);
    assertThat(result(1, 8).latencies().min()).isPositive();
  }

  @Test
  void percentilesAreValuesThatWereMeasured() {
    long[] times = new long[100];
    for (int i = 0; i < times.length; i++) {
      times[i] = 100L - i;
    }
    assertThat(Benchmark.latencies(times))
        .isEqualTo(new BenchResult.Latencies(1, 100, 50, 50, 95, 99));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, not positive",
    "1, 0, concurrency",
    "1, 1000, 256",
    "2000000000, 1, '20,000,000'",
  })
  void limitsAreNamed(int iterations, int concurrency, String message) {
    assertThatThrownBy(() -> result(iterations, concurrency))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining(message);
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThatThrownBy(() -> BenchInput.of(List.of(OBJECT)))
        .hasMessageContaining("no ConstraintTemplate");
    assertThatThrownBy(() -> BenchInput.of(List.of(TEMPLATE, OBJECT)))
        .hasMessageContaining("no constraint");
    assertThatThrownBy(() -> BenchInput.of(List.of(TEMPLATE, CONSTRAINT)))
        .hasMessageContaining("no object");
  }

  @Test
  void tablesTellTheResult() throws BenchException {
    assertThat(BenchText.of(List.of(result(10, 1))))
        .startsWith("=== Benchmark Results: REGO Engine ===\n\nConfiguration:\n")
        .contains("  P50:   1µs\n", "  Violations Found:  1\n")
        .doesNotContain("Comparison");
    assertThat(BenchText.of(List.of(result(10, 1), result(10, 2))))
        .contains("=== Engine Comparison ===");
  }

  @ParameterizedTest
  @CsvSource({
    "1µs, 10, 0, false",
    "800ns, 10, 0, true",
    "800ns, 30, 0, false",
    "800ns, 10, 500, false",
    "100ns, 10, 500, true",
  })
  void slowerThanSavedIsARegression(String before, double percent, long least, boolean worse)
      throws BenchException, FormatException {
    List<BenchResult> results = List.of(result(10, 1));
    String saved =
        JsonWriter.toText(BenchValues.of(results), JsonStyle.INDENTED).replace("1µs", before);
    Value baseline = Json.parse("saved", saved);
    Baseline.Compared compared = Baseline.compare(results, baseline, percent, least);
    assertThat(compared.regressions().isEmpty()).isNotEqualTo(worse);
    assertThat(compared.text().contains("REGRESSION")).isEqualTo(worse);
  }

  @Test
  void aWrongBaselineIsAnError() throws BenchException, FormatException {
    List<BenchResult> results = List.of(result(1, 1));
    for (String text : List.of("{}", "[]", "[{\"engine\": \"rego\"}]")) {
      Value saved = Json.parse("saved", text);
      assertThatThrownBy(() -> Baseline.compare(results, saved, 10, 0))
          .isInstanceOf(BenchException.class)
          .hasMessageContaining("baseline has no");
    }
  }
}
