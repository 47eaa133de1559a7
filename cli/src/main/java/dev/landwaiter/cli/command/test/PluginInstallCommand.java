package dev.landwaiter.cli.command.test;

import dev.landwaiter.base.text.Reason;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// Installs a plugin from a folder.
public final class PluginInstallCommand implements Command {
  private static final long SIZE_LIMIT = 256L << 20;
  private static final int FILE_LIMIT = 10_000;

  @Override
  public String name() {
    return "plugin install";
  }

  @Override
  public String summary() {
    return "Install a plugin from a folder";
  }

  @Override
  public String usage() {
    return "<path> [flags]";
  }

  @Override
  public boolean takesGlobalFlags() {
    return false;
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(new FlagGroup("Flags", GlobalFlags.HELP));
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    if (invocation.arguments().size() != 1) {
      throw UsageException.withUsage("plugin install wants one folder");
    }
    var report = new Reporting(invocation);
    String address = invocation.arguments().getFirst();
    Path source = invocation.world().folder().resolve(address.replaceFirst("^file://", ""));
    if (!Files.isDirectory(source)) {
      return report.trouble(
          "install: %s is no folder here; installing from git, HTTP and S3 is not built"
              .formatted(address));
    }
    try {
      Plugins.Plugin plugin = Plugins.read(source);
      Path target = new Plugins(invocation.world()).folder().resolve(plugin.name());
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        return report.trouble("install: " + target + " is there already");
      }
      copy(source, target);
      return 0;
    } catch (IOException e) {
      return report.trouble("install: " + Reason.of(e));
    }
  }

  private static void copy(Path source, Path target) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(source)) {
      files = all.limit(FILE_LIMIT + 1L).toList();
    }
    long size = 0;
    for (Path file : files) {
      size += Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
    }
    if (files.size() > FILE_LIMIT || size > SIZE_LIMIT) {
      throw new IOException(
          "more than the %d files or %d MiB that a plugin may have"
              .formatted(FILE_LIMIT, SIZE_LIMIT >> 20));
    }
    for (Path file : files) {
      Path to = target.resolve(source.relativize(file).toString());
      if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectories(to);
      } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
