package dev.landwaiter.cli.command.scan;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.database.Databases;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.oci.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Scans an unpacked root file system.
public final class RootfsCommand implements Command {
  private final List<FlagGroup> further;

  /// @param further flags that another program's command has besides ours
  public RootfsCommand(List<FlagGroup> further) {
    this.further = further;
  }

  @Override
  public String name() {
    return "rootfs";
  }

  @Override
  public String summary() {
    return "Find known vulnerabilities in an unpacked root file system";
  }

  @Override
  public String usage() {
    return "[flags] FOLDER";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("Judge this machine", "rootfs /"),
        new Example(
            "Fail when anything high or worse has a fix",
            "rootfs --ignore-unfixed --fail-on HIGH /mnt"));
  }

  @Override
  public List<FlagGroup> flags() {
    return ScanFlagGroups.with(List.of(), further);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    if (Databases.downloadOnly(invocation)) {
      return 0;
    }
    if (invocation.arguments().size() != 1 || invocation.arguments().get(0).isEmpty()) {
      throw UsageException.withUsage("rootfs wants exactly one folder");
    }
    String target = invocation.arguments().get(0);
    Path root = invocation.world().folder().resolve(target);
    if (!Files.exists(root)) {
      throw new IOException(target + " does not exist");
    }
    return new ScanRun(invocation, Optional.empty())
        .run(Limits.STANDARD, scanner -> scanner.directory(root, target));
  }
}
