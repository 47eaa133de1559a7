package dev.landwaiter.rego;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// A world with a clock and chance, but without network and environment.
///
/// @param clock the time of day
/// @param monotonic nanoseconds of a clock that never goes back, such as `System::nanoTime`
public record ClosedWorld(InstantSource clock, LongSupplier monotonic, RandomGenerator random)
    implements World {
  private static final long NANOS = 1_000_000_000;

  @Override
  public long nowNanos() {
    var now = clock.instant();
    return Math.addExact(Math.multiplyExact(now.getEpochSecond(), NANOS), now.getNano());
  }

  @Override
  public long ticks() {
    return monotonic.getAsLong();
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
    throw closed();
  }

  @Override
  public HttpAnswer send(HttpRequest request) throws OutsideException {
    throw closed();
  }

  private static OutsideException closed() {
    return new OutsideException(OutsideException.Reason.CLOSED, "the network is closed");
  }
}
