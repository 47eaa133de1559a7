package dev.landwaiter.server.http;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// Counts requests, for Prometheus' text format (version 0.0.4).
final class Metrics {
  private static final double[] BOUNDS = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5};
  private static final double SECOND = 1e9;

  private final long startMillis;
  private final Map<Integer, LongAdder> byStatus = new ConcurrentSkipListMap<>();
  private final LongAdder[] byTime = new LongAdder[BOUNDS.length + 1];
  private final LongAdder nanos = new LongAdder();
  private final AtomicInteger inFlight = new AtomicInteger();

  /// @param startMillis when the process began, since 1970
  Metrics(long startMillis) {
    this.startMillis = startMillis;
    for (int i = 0; i < byTime.length; i++) {
      byTime[i] = new LongAdder();
    }
  }

  void begins() {
    inFlight.incrementAndGet();
  }

  void ends(int status, long took) {
    inFlight.decrementAndGet();
    byStatus.computeIfAbsent(status, code -> new LongAdder()).increment();
    nanos.add(took);
    int at = 0;
    while (at < BOUNDS.length && took / SECOND > BOUNDS[at]) {
      at++;
    }
    byTime[at].increment();
  }

  int inFlight() {
    return inFlight.get();
  }

  String text() {
    var text = new StringBuilder();
    head(text, "landwaiter_http_requests_total", "counter", "Requests answered, by status.");
    byStatus.forEach((status, count) ->
        line(text, "landwaiter_http_requests_total{code=\"" + status + "\"}", count.sum()));
    String time = "landwaiter_http_request_duration_seconds";
    head(text, time, "histogram", "Time from the first byte of a request to its answer.");
    long sum = 0;
    for (int i = 0; i < byTime.length; i++) {
      sum += byTime[i].sum();
      String bound = i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf";
      line(text, time + "_bucket{le=\"" + bound + "\"}", sum);
    }
    text.append(time).append("_sum ").append(nanos.sum() / SECOND).append('\n');
    line(text, time + "_count", sum);
    head(text, "landwaiter_http_requests_in_flight", "gauge", "Requests being answered.");
    line(text, "landwaiter_http_requests_in_flight", inFlight.get());
    Runtime runtime = Runtime.getRuntime();
    head(text, "jvm_memory_used_bytes", "gauge", "Memory in use on the heap.");
    line(text, "jvm_memory_used_bytes", runtime.totalMemory() - runtime.freeMemory());
    head(text, "jvm_memory_committed_bytes", "gauge", "Memory taken from the system for the heap.");
    line(text, "jvm_memory_committed_bytes", runtime.totalMemory());
    head(text, "process_start_time_seconds", "gauge", "When the process began, since 1970.");
    text.append("process_start_time_seconds ").append(startMillis / 1000.0).append('\n');
    return text.toString();
  }

  private static void head(StringBuilder text, String name, String type, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void line(StringBuilder text, String name, long value) {
    text.append(name).append(' ').append(value).append('\n');
  }
}
