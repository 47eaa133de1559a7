package dev.landwaiter.cli.command.test;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.world.Version;
import dev.landwaiter.rego.HttpAnswer;
import dev.landwaiter.rego.HttpRequest;
import dev.landwaiter.rego.OutsideException;
import dev.landwaiter.rego.World;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// The world of policies over configuration: `opa.runtime()` tells less than in OPA itself.
record ConftestWorld(World world) implements World {
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
    Map<Value, Value> environment = new TreeMap<>();
    environment().forEach((name, value) -> environment.put(Value.of(name), Value.of(value)));
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("commit"), Value.of(""));
    draft.put(Value.of("env"), new ObjectValue(environment));
    draft.put(Value.of("version"), Value.of(Version.CONFTEST_OPA));
    return draft.finish();
  }

  @Override
  public List<String> lookup(String host) throws OutsideException {
    return world.lookup(host);
  }

  @Override
  public String file(String path) throws OutsideException {
    return world.file(path);
  }

  @Override
  public HttpAnswer send(HttpRequest request) throws OutsideException {
    return world.send(request);
  }
}
