package dev.landwaiter.server.http;

import java.time.Duration;

/// What one client, and all together, may ask for.
///
/// @param body bytes of one body
/// @param bodies bytes of all bodies that are held at one time
/// @param headers bytes of the headers of one request
/// @param connections open at one time; others wait until they are accepted
/// @param working requests that are judged at one time; others wait
/// @param silence how long a client may send nothing within a request
/// @param sending how long it may take to send one body
/// @param waiting how long a request waits for its turn
/// @param idle how long a connection may be kept without a request
/// @param draining how long requests may go on after the service was asked to end
public record Limits(
    int body,
    long bodies,
    int headers,
    int connections,
    int working,
    Duration silence,
    Duration sending,
    Duration waiting,
    Duration idle,
    Duration draining) {
  /// Limits for a process that may hold so much memory.
  ///
  /// @param heap in bytes
  /// @param processors how many requests can make progress at one time
  public static Limits of(long heap, int processors) {
    return new Limits(
        16 << 20,
        // A body becomes a tree several times its size.
        Math.max(32L << 20, heap / 16),
        16 << 10,
        2_000,
        4 * processors,
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofSeconds(15),
        Duration.ofSeconds(60));
  }

  /// The same with another limit of one body.
  public Limits withBody(int bytes) {
    return new Limits(
        bytes,
        Math.max(bodies, bytes),
        headers,
        connections,
        working,
        silence,
        sending,
        waiting,
        idle,
        draining);
  }
}
