package dev.landwaiter.cli.command.db;

import dev.landwaiter.cli.command.CacheFolder;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.network.EnvironmentProxies;
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
import dev.landwaiter.vulnerability.store.IndexSource;
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
  private static final int INCOMPLETE = 2;
  private static final Flag FROM =
      Flag.texts(
          "from",
          "sources in their order: FEED:PATH or FEED:URL (osv:all.zip), debian-security:SUITE,"
              + " debian-installed:ROOT, a trivy.db or an index (*.idx)");
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
            "The changelogs on this machine", "db build --from debian-installed:/ -o here.idx"),
        new Example(
            "Published advisories, and what is known to be exploited",
            "db build --from osv:all.zip --from kev:known_exploited_vulnerabilities.json"));
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
    Optional<URI> mirror = mirror(invocation);
    for (String from : names) {
      if (invocation.values().flag(GlobalFlags.OFFLINE) && FactSources.needsNetwork(from, mirror)) {
        throw new UsageException("--offline opens no connection, which " + from + " needs");
      }
    }
    Path cache = CacheFolder.of(invocation);
    var progress = new BuildProgress(invocation);
    List<FactSource> sources = sources(invocation, names, mirror, progress);
    String output = invocation.values().text(OUTPUT);
    Path target =
        output.isEmpty()
            ? cache.resolve("index").resolve("built" + IndexDatabase.SUFFIX)
            : invocation.world().folder().resolve(output);
    try {
      var outcome = new DatabaseBuild(invocation.world().clock().instant()).build(sources, target);
      progress.clear();
      return tell(invocation, outcome, target);
    } catch (DatabaseException e) {
      progress.clear();
      throw new IOException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      progress.clear();
      throw e;
    }
  }

  private static int tell(Invocation invocation, DatabaseBuild.Outcome outcome, Path target)
      throws IOException {
    List<IndexSource> sources = outcome.info().sources();
    if (sources.size() > 1) {
      sources.forEach(
          source -> invocation.log().info("%s: %d facts".formatted(source.name(), source.facts())));
    }
    outcome.info().notes().forEach(invocation.log()::warn);
    long facts = sources.stream().mapToLong(IndexSource::facts).sum();
    var text = new StringBuilder();
    text.append("%s: %d facts, %d bytes\n".formatted(target, facts, Files.size(target)));
    if (outcome.contradictions() > 0) {
      text.append(
          "Contradictions between sources: %d; the later source judges, db show tells all.\n"
              .formatted(outcome.contradictions()));
    }
    invocation.world().stdout().write(text.toString().getBytes(StandardCharsets.UTF_8));
    if (!outcome.empty().isEmpty()) {
      invocation
          .log()
          .error(
              "the database is incomplete, nothing came from "
                  + String.join(", ", outcome.empty()));
      return INCOMPLETE;
    }
    return 0;
  }

  private static Optional<URI> mirror(Invocation invocation) throws UsageException {
    String mirror = invocation.values().text(MIRROR);
    try {
      return mirror.isEmpty() ? Optional.empty() : Optional.of(URI.create(mirror));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--mirror is no address");
    }
  }

  private static List<FactSource> sources(
      Invocation invocation, List<String> names, Optional<URI> mirror, BuildProgress progress)
      throws UsageException, IOException {
    try {
      var surroundings =
          new FactSources.Surroundings(
              Path.of("/"),
              mirror,
              CacheFolder.of(invocation).resolve("sources"),
              invocation.world().folder(),
              FetchLimits.DEFAULT,
              EnvironmentProxies.of(invocation.world().environment()),
              progress,
              invocation.log()::debug);
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
