package dev.landwaiter.cli.flags;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;

/// What the commands for registries tell and copy.
public final class TransferFlags {
  public static final Flag PLATFORM =
      Flag.text("platform", "only the image for this platform, as os/arch[/variant]")
          .key("registry.platform");
  public static final Flag RAW =
      Flag.toggle("raw", "print the manifest's bytes as they are").key("registry.raw");
  public static final Flag IMAGE_CONFIG =
      Flag.toggle("image-config", "print the configuration's bytes as they are")
          .key("registry.image-config");
  public static final Flag FORMAT =
      Flag.text("format", "form of the answer")
          .shorthand("f")
          .standard("text")
          .allowed("text", "json")
          .key("registry.format");
  public static final Flag REFERRERS =
      Flag.toggle("referrers", "copy what is attached, such as signatures, too")
          .key("registry.referrers");
  public static final Flag OVERWRITE =
      Flag.toggle("overwrite", "replace files that are there").key("registry.overwrite");

  public static final FlagGroup INSPECT =
      new FlagGroup("Inspect Flags", FORMAT, IMAGE_CONFIG, PLATFORM, RAW);
  public static final FlagGroup COPY = new FlagGroup("Copy Flags", PLATFORM, REFERRERS);
  public static final FlagGroup PULL = new FlagGroup("Pull Flags", OVERWRITE, PLATFORM);

  private TransferFlags() {}
}
