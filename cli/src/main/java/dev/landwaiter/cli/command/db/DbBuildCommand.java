package dev.landwaiter.cli.command.db;

import dev.landwaiter.cli.command.CacheFolder;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.scan.database.DatabaseBuild;
import dev.landwaiter.scan.database.FactSource;
import dev.landwaiter.scan.database.FactSources;
import dev.landwaiter.scan.database.FetchLimits;
import dev.landwaiter.vulnerability.DatabaseException;
import dev.landwaiter.vulnerability.store.IndexDatabase;
import dev.landwaiter.vulnerability.store.IndexInfo;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Builds an advisory index of our own.
public final class DbBuildCommand implements Command {
  private static final Flag FROM =
      Flag.texts(
          "from",
          "sources: debian-security:SUITE, debian-installed:ROOT, a trivy.db or an index (*.idx)");
  private static final Flag MIRROR =
      Flag.text("mirror", "address of the Debian security archive, instead of this machine's apt");
  private static final Flag OUTPUT =
      Flag.text("output", "the index to write, instead of the one in the cache").shorthand("o");

  @Override
  public String name() {
    return "db build";
  }

  @Override
  public String summary() {
    return "Build an advisory index from its sources";
  }

  @Override
  public String usage() {
    return "[flags] --from SOURCE";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "Debian's own security changelogs, from where apt fetches",
            "db build --from debian-security:bookworm"),
        new Example(
            "The changelogs on this machine", "db build --from debian-installed:/ -o here.idx"));
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(new FlagGroup("Build Flags", FROM, MIRROR, OUTPUT), GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    List<String> names = invocation.values().texts(FROM);
    if (names.isEmpty() || !invocation.arguments().isEmpty()) {
      throw UsageException.withUsage("db build wants --from SOURCE and no argument");
    }
    if (invocation.values().flag(GlobalFlags.OFFLINE)
        && names.stream().anyMatch(name -> name.startsWith("debian-security:"))) {
      throw new UsageException("--offline opens no connection, debian-security needs one");
    }
    Path cache = CacheFolder.of(invocation);
    List<FactSource> sources = sources(invocation, names, cache);
    String output = invocation.values().text(OUTPUT);
    Path target =
        output.isEmpty()
            ? cache.resolve("index").resolve("built" + IndexDatabase.SUFFIX)
            : invocation.world().folder().resolve(output);
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try {
      IndexInfo info =
          new DatabaseBuild(invocation.world().clock().instant()).build(sources, target);
      info.notes().forEach(invocation.log()::warn);
      long facts = info.sources().stream().mapToLong(source -> source.facts()).sum();
      String text = "%s: %d facts, %d bytes\n".formatted(target, facts, Files.size(target));
      invocation.world().stdout().write(text.getBytes(StandardCharsets.UTF_8));
      return 0;
    } catch (DatabaseException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  private static List<FactSource> sources(Invocation invocation, List<String> names, Path cache)
      throws UsageException, IOException {
    String mirror = invocation.values().text(MIRROR);
    try {
      var surroundings =
          new FactSources.Surroundings(
              Path.of("/"),
              mirror.isEmpty() ? Optional.empty() : Optional.of(URI.create(mirror)),
              cache.resolve("sources"),
              FetchLimits.DEFAULT,
              invocation.log()::info);
      List<FactSource> sources = new ArrayList<>();
      for (String name : names) {
        sources.add(new FactSources(surroundings).named(name));
      }
      return sources;
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
