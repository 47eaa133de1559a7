package dev.landwaiter.rego.conformance;

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

/// A world without network whose clock stands still.
public record StillWorld(RandomGenerator random) implements World {
  private static final long NOW = 1_764_000_000_000_000_000L;

  public StillWorld() {
    this(new Random(5));
  }

  @Override
  public long nowNanos() {
    return NOW;
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
    return ObjectValue.EMPTY;
  }

  @Override
  public List<String> lookup(String host) throws OutsideException {
    if (host.equals("localhost")) {
      return List.of("127.0.0.1", "::1");
    }
    if (host.matches("[0-9.]+") || host.contains(":")) {
      return List.of(host);
    }
    throw new OutsideException(OutsideException.Reason.CLOSED, "the network is closed");
  }

  @Override
  public HttpAnswer send(HttpRequest request) throws OutsideException {
    throw new OutsideException(OutsideException.Reason.CLOSED, "the network is closed");
  }
}
