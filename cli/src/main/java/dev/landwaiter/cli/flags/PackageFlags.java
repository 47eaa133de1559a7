package dev.landwaiter.cli.flags;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;

/// Which packages are looked at.
public final class PackageFlags {
  public static final Flag TYPES =
      Flag.texts("pkg-types", "kinds of packages to look at")
          .key("pkg.types")
          .formerly(new Flag.Former("vuln-type", "vulnerability.type"))
          .allowed("os", "library")
          .standard("os,library");
  public static final Flag RELATIONSHIPS =
      Flag.texts("pkg-relationships", "relationships of the packages to look at")
          .key("pkg.relationships")
          .allowed("unknown", "root", "workspace", "direct", "indirect")
          .standard("unknown,root,workspace,direct,indirect");

  public static final FlagGroup GROUP = new FlagGroup("Package Flags", RELATIONSHIPS, TYPES);

  private PackageFlags() {}
}
