package dev.landwaiter.cli.command.serve;

/// The process that serves, as far as a service must know it.
public interface HostProcess {
  /// Waits until the process is asked to end (SIGTERM, SIGINT); the end then waits for the caller's
  /// thread.
  void awaitEnd() throws InterruptedException;

  /// When the process began, in milliseconds since 1970.
  long startMillis();

  /// How much of it can run at one time.
  int processors();

  /// Nanoseconds since some moment.
  long ticks();
}
