package dev.landwaiter.oci.registry;

import java.time.Duration;

/// Somebody who can wait; `Thread::sleep` outside of tests.
public interface Sleeper {
  void sleep(Duration duration) throws InterruptedException;
}
