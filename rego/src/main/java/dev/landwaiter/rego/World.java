package dev.landwaiter.rego;

import dev.landwaiter.base.value.Value;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// All that an evaluation can learn of the world outside; the only way to clock, chance, network
/// and environment.
public interface World {
  /// Nanoseconds since 1970-01-01T00:00Z.
  long nowNanos();

  /// Nanoseconds of a clock that never goes back, for deadlines and profiles.
  long ticks();

  RandomGenerator random();

  /// The zone that `"Local"` names.
  ZoneId zone();

  Map<String, String> environment();

  /// What `opa.runtime()` answers.
  Value runtime();

  /// The addresses of a host.
  ///
  /// @throws OutsideException when the network is closed, the host unknown or time is up
  List<String> lookup(String host) throws OutsideException;

  /// The text of a file that a request names, such as a certificate.
  ///
  /// @throws OutsideException when files are closed to this evaluation or this one cannot be read
  default String file(String path) throws OutsideException {
    throw new OutsideException(
        OutsideException.Reason.CLOSED, "files are closed to this evaluation: " + path);
  }

  /// Sends one request and reads the whole answer, within the limits the request carries.
  ///
  /// @throws OutsideException when the network is closed or the request fails
  HttpAnswer send(HttpRequest request) throws OutsideException;
}
