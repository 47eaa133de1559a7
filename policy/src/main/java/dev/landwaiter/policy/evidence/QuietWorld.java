package dev.landwaiter.policy.evidence;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.HttpAnswer;
import dev.landwaiter.rego.HttpRequest;
import dev.landwaiter.rego.OutsideException;
import dev.landwaiter.rego.World;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// A world as it was, without its network and files: nothing is asked twice.
///
/// @param world the one results were found in
record QuietWorld(World world) implements World {
  @Override
  public long nowNanos() {
    return world.nowNanos();
  }

  @Override
  public long ticks() {
    return world.ticks();
  }

  @Override
  public RandomGenerator random() {
    return world.random();
  }

  @Override
  public ZoneId zone() {
    return world.zone();
  }

  @Override
  public Map<String, String> environment() {
    return world.environment();
  }

  @Override
  public Value runtime() {
    return world.runtime();
  }

  @Override
  public List<String> lookup(String host) throws OutsideException {
    throw closed();
  }

  @Override
  public HttpAnswer send(HttpRequest request) throws OutsideException {
    throw closed();
  }

  private static OutsideException closed() {
    return new OutsideException(OutsideException.Reason.CLOSED, "nothing is asked twice");
  }
}
