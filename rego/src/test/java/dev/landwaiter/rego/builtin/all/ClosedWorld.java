package dev.landwaiter.rego.builtin.all;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.HttpAnswer;
import dev.landwaiter.rego.HttpRequest;
import dev.landwaiter.rego.OutsideException;
import dev.landwaiter.rego.World;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/// A world without network whose clock stands.
record ClosedWorld(long nowNanos, RandomGenerator random) implements World {
  static ClosedWorld at(long nanos) {
    return new ClosedWorld(nanos, new Random(7));
  }

  @Override
  public long ticks() {
    return 0;
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
    return new ObjectValue(
        Map.of(
            Value.of("authorization_enabled"), Value.of(false),
            Value.of("skip_known_schema_check"), Value.of(false),
            Value.of("commit"), Value.of(""),
            Value.of("env"), ObjectValue.EMPTY,
            Value.of("version"), Value.of("1.20.0-dev")));
  }

  @Override
  public List<String> lookup(String host) throws OutsideException {
    throw new OutsideException(OutsideException.Reason.CLOSED, "the network is closed");
  }

  @Override
  public HttpAnswer send(HttpRequest request) throws OutsideException {
    // The recorded calls went to a port that nobody listens on.
    throw new OutsideException(
        OutsideException.Reason.NETWORK, "dial tcp 127.0.0.1:1: connect: connection refused");
  }
}
