package dev.landwaiter.cli.command;

import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.world.World;
import java.nio.file.Path;

/// Where databases and results of layers are kept (XDG base directory specification).
public final class CacheFolder {
  private CacheFolder() {}

  public static Path of(Invocation invocation) throws UsageException {
    World world = invocation.world();
    String given = invocation.values().text(GlobalFlags.CACHE_DIR);
    if (!given.isEmpty()) {
      return world.folder().resolve(given);
    }
    String base = world.environment().getOrDefault("XDG_CACHE_HOME", "");
    if (base.isEmpty()) {
      base = world.environment().getOrDefault("HOME", "") + "/.cache";
    }
    return world.folder().resolve(base).resolve(invocation.dialect().cacheName());
  }
}
