package dev.landwaiter.rego;

import dev.landwaiter.base.value.Value;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// A world that asks another one for all that it does not answer itself.
public interface PassedOn extends World {
  /// The one that is asked.
  World world();

  @Override
  default long nowNanos() {
    return world().nowNanos();
  }

  @Override
  default long ticks() {
    return world().ticks();
  }

  @Override
  default RandomGenerator random() {
    return world().random();
  }

  @Override
  default ZoneId zone() {
    return world().zone();
  }

  @Override
  default Map<String, String> environment() {
    return world().environment();
  }

  @Override
  default Value runtime() {
    return world().runtime();
  }

  @Override
  default List<String> lookup(String host) throws OutsideException {
    return world().lookup(host);
  }

  @Override
  default String file(String path) throws OutsideException {
    return world().file(path);
  }

  @Override
  default HttpAnswer send(HttpRequest request) throws OutsideException {
    return world().send(request);
  }
}
