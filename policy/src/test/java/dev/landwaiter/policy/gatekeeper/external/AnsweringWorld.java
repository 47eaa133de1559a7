package dev.landwaiter.policy.gatekeeper.external;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.HttpAnswer;
import dev.landwaiter.rego.HttpRequest;
import dev.landwaiter.rego.World;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/// A world in which every request gets the same answer, and time passes when told.
final class AnsweringWorld implements World {
  private final int status;
  private final String answer;
  private final List<String> bodies = new ArrayList<>();
  private long ticks;

  AnsweringWorld(int status, String answer) {
    this.status = status;
    this.answer = answer;
  }

  List<String> bodies() {
    return bodies;
  }

  void pass(Duration time) {
    ticks += time.toNanos();
  }

  @Override
  public HttpAnswer send(HttpRequest request) {
    bodies.add(request.body().orElse(""));
    return new HttpAnswer(status, "", Map.of(), ByteBuffer.wrap(answer.getBytes(UTF_8)));
  }

  @Override
  public long ticks() {
    return ticks;
  }

  @Override
  public long nowNanos() {
    return 0;
  }

  @Override
  public RandomGenerator random() {
    return new Random(1);
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public Value runtime() {
    return ObjectValue.EMPTY;
  }

  @Override
  public List<String> lookup(String host) {
    return List.of();
  }
}
