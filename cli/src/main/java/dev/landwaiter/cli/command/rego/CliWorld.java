package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.world.Dialect;
import dev.landwaiter.cli.world.Version;
import dev.landwaiter.rego.HttpAnswer;
import dev.landwaiter.rego.HttpRequest;
import dev.landwaiter.rego.OutsideException;
import dev.landwaiter.rego.World;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// The world that a policy sees on the command line; the network is open to the persona alone.
record CliWorld(Invocation invocation) implements World {
  static World of(Invocation invocation) {
    return new CliWorld(invocation);
  }

  @Override
  public long nowNanos() {
    Instant now = invocation.world().clock().instant();
    return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
  }

  @Override
  public long ticks() {
    return System.nanoTime();
  }

  @Override
  public RandomGenerator random() {
    return invocation.world().random();
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Map<String, String> environment() {
    return invocation.world().environment();
  }

  @Override
  public Value runtime() {
    Map<Value, Value> environment = new TreeMap<>();
    environment().forEach((name, value) -> environment.put(Value.of(name), Value.of(value)));
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("authorization_enabled"), Value.of(false));
    draft.put(Value.of("skip_known_schema_check"), Value.of(false));
    draft.put(Value.of("commit"), Value.of(""));
    draft.put(Value.of("env"), new ObjectValue(environment));
    draft.put(Value.of("version"), Value.of(Version.OPA));
    return draft.finish();
  }

  @Override
  public List<String> lookup(String host) throws OutsideException {
    if (!isOpen()) {
      throw closed();
    }
    return OpenNetwork.lookup(host);
  }

  @Override
  public HttpAnswer send(HttpRequest request) throws OutsideException {
    if (!isOpen()) {
      throw closed();
    }
    return OpenNetwork.send(request);
  }

  /// The persona reaches the network as the original does; else it is closed.
  private boolean isOpen() {
    return invocation.dialect().equals(Dialect.OPA);
  }

  private static OutsideException closed() {
    return new OutsideException(
        OutsideException.Reason.CLOSED, "the network is closed; --allow-net HOST opens it");
  }
}
