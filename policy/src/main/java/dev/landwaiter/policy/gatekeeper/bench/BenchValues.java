package dev.landwaiter.policy.gatekeeper.bench;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// Results as values, members in the order in which they are shown.
public final class BenchValues {
  private BenchValues() {}

  public static Value of(List<BenchResult> results) {
    return new ArrayValue(results.stream().map(BenchValues::of).toList());
  }

  private static Value of(BenchResult result) {
    var value = new ObjectValue.Draft();
    put(value, "engine", Value.of(result.engine()));
    put(value, "templateCount", Value.of(result.counts().templates()));
    put(value, "constraintCount", Value.of(result.counts().constraints()));
    put(value, "objectCount", Value.of(result.counts().objects()));
    put(value, "iterations", Value.of(result.counts().iterations()));
    put(value, "concurrency", Value.of(result.counts().concurrency()));
    put(value, "totalReviews", Value.of(result.counts().reviews()));
    put(value, "setupDuration", time(result.setup().total()));
    put(value, "setupBreakdown", setup(result.setup()));
    put(value, "totalDuration", time(result.total()));
    put(value, "latencies", latencies(result.latencies()));
    put(value, "violationCount", Value.of(result.violations()));
    put(value, "reviewsPerSecond", rate(result.reviewsPerSecond()));
    result.memory().ifPresent(memory -> put(value, "memoryStats", memory(memory)));
    if (!result.skipped().isEmpty()) {
      put(value, "skipped", new ArrayValue(result.skipped().stream().map(Value::of).toList()));
    }
    put(value, "referentialDataSupported", Value.of(result.referential()));
    return value.finish();
  }

  private static Value setup(BenchResult.Setup setup) {
    var value = new ObjectValue.Draft();
    put(value, "clientCreation", time(setup.client()));
    put(value, "templateCompilation", time(setup.templates()));
    put(value, "constraintLoading", time(setup.constraints()));
    put(value, "dataLoading", time(setup.data()));
    return value.finish();
  }

  private static Value latencies(BenchResult.Latencies latencies) {
    var value = new ObjectValue.Draft();
    put(value, "min", time(latencies.min()));
    put(value, "max", time(latencies.max()));
    put(value, "mean", time(latencies.mean()));
    put(value, "p50", time(latencies.p50()));
    put(value, "p95", time(latencies.p95()));
    put(value, "p99", time(latencies.p99()));
    return value.finish();
  }

  private static Value memory(BenchResult.Memory memory) {
    var value = new ObjectValue.Draft();
    put(value, "bytesPerReview", Value.of(memory.perReview()));
    put(value, "totalBytes", Value.of(memory.total()));
    return value.finish();
  }

  private static void put(ObjectValue.Draft draft, String name, Value value) {
    var _ = draft.put(Value.of(name), value);
  }

  private static Value time(long nanos) {
    return Value.of(DurationText.of(nanos));
  }

  private static Value rate(double rate) {
    return NumberValue.of(
        BigDecimal.valueOf(rate)
            .setScale(6, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString());
  }
}
