package dev.landwaiter.rego.builtin.token;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.HttpAnswer;
import dev.landwaiter.rego.HttpRequest;
import dev.landwaiter.rego.OutsideException;
import dev.landwaiter.rego.World;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.type.Capabilities;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Surroundings in which the time stands still and the chance is known beforehand.
public record StillSurroundings(long now) implements Surroundings, World {
  @Override
  public World world() {
    return this;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(Map.of(), List.of(), List.of(), Optional.empty());
  }

  @Override
  public void check() {}

  @Override
  public void reserve(long values) {}

  @Override
  public <K, T> T remember(String kind, K key, Function<? super K, ? extends T> making) {
    return making.apply(key);
  }

  @Override
  public <K, T> T share(String kind, K key, Function<? super K, ? extends T> making) {
    return making.apply(key);
  }

  @Override
  public void print(String line) {}

  @Override
  public void note(String message) {}

  @Override
  public long nowNanos() {
    return now;
  }

  @Override
  public long ticks() {
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
  public List<String> lookup(String host) throws OutsideException {
    throw new UnsupportedOperationException();
  }

  @Override
  public HttpAnswer send(HttpRequest request) throws OutsideException {
    throw new UnsupportedOperationException();
  }
}
