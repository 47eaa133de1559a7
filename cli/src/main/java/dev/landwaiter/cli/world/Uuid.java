package dev.landwaiter.cli.world;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// UUIDs of version 7 (RFC 9562, 5.7): a time in milliseconds, then chance.
public final class Uuid {
  private Uuid() {}

  public static String v7(Instant now, RandomGenerator random) {
    long high = now.toEpochMilli() << 16 | 0x7000L | (random.nextLong() & 0x0fffL);
    long low = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
    return new UUID(high, low).toString();
  }
}
