package dev.landwaiter.cli.flags;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.FlagType;
import dev.landwaiter.cli.flag.Support;

/// Where the results of layers are kept.
public final class CacheFlags {
  public static final Flag BACKEND =
      Flag.text("cache-backend", "where results of layers are kept: fs, or memory for not at all")
          .key("cache.backend")
          .standard("fs");
  private static final Flag TTL =
      Flag.of("cache-ttl", FlagType.DURATION, "how long Redis keeps results")
          .key("cache.ttl")
          .standard("0s")
          .support(Support.LATER);
  private static final Flag REDIS_TLS =
      redis(Flag.toggle("redis-tls", "reach Redis through TLS"), "tls");
  private static final Flag REDIS_CA =
      redis(Flag.text("redis-ca", "certificate authority of Redis"), "ca");
  private static final Flag REDIS_CERT =
      redis(Flag.text("redis-cert", "certificate to show to Redis"), "cert");
  private static final Flag REDIS_KEY =
      redis(Flag.text("redis-key", "key of the certificate"), "key");

  public static final FlagGroup GROUP =
      new FlagGroup("Cache Flags", BACKEND, TTL, REDIS_CA, REDIS_CERT, REDIS_KEY, REDIS_TLS);

  private CacheFlags() {}

  private static Flag redis(Flag flag, String key) {
    return flag.key("cache.redis." + key).support(Support.LATER);
  }
}
