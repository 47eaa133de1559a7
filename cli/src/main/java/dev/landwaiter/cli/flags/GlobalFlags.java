package dev.landwaiter.cli.flags;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.FlagType;

/// Flags of every command.
public final class GlobalFlags {
  public static final Flag CONFIG =
      Flag.text("config", "configuration file").shorthand("c").standard("landwaiter.yaml");
  public static final Flag QUIET =
      Flag.toggle("quiet", "tell errors only, no progress").shorthand("q");
  public static final Flag DEBUG = Flag.toggle("debug", "tell details of the run").shorthand("d");
  public static final Flag HELP = Flag.toggle("help", "show this help").shorthand("h");
  public static final Flag VERSION = Flag.toggle("version", "show the version").shorthand("v");
  public static final Flag CACHE_DIR =
      Flag.text("cache-dir", "folder for databases and results of layers").key("cache.dir");
  public static final Flag CACERT =
      Flag.text("cacert", "file with further certificate authorities (PEM)");
  public static final Flag INSECURE =
      Flag.toggle("insecure", "accept any certificate, and plain HTTP, from registries");
  public static final Flag TIMEOUT =
      Flag.of("timeout", FlagType.DURATION, "end the run after this time").standard("5m0s");
  public static final Flag OFFLINE = Flag.toggle("offline", "open no network connection at all");

  public static final FlagGroup GROUP =
      new FlagGroup(
          "Global Flags",
          CACERT,
          CACHE_DIR,
          CONFIG,
          DEBUG,
          INSECURE,
          OFFLINE,
          QUIET,
          TIMEOUT,
          VERSION,
          HELP);

  private GlobalFlags() {}
}
