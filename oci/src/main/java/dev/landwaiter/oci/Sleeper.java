package dev.landwaiter.oci;

import java.time.Duration;

/// Somebody who can wait; `Thread::sleep` outside of tests.
public interface Sleeper {
  void sleep(Duration duration) throws InterruptedException;
}
