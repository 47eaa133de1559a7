package dev.landwaiter.scan.database;

import dev.landwaiter.vulnerability.FactSink;
import dev.landwaiter.vulnerability.store.IndexDatabase;
import dev.landwaiter.vulnerability.store.TrivyDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Finds the sources that `db build --from` names:
///
/// - `debian-security:SUITE`, such as `debian-security:bookworm`: Debian's security archive;
/// - `debian-installed:ROOT`, such as `debian-installed:/`: the changelogs on a system's disk;
/// - a path that ends in `trivy.db` or `.idx`: a database that exists already.
public final class FactSources {
  private static final String SECURITY = "debian-security:";
  private static final String INSTALLED = "debian-installed:";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Surroundings surroundings;

  public FactSources(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What the sources use of the machine.
  ///
  /// @param root of the system whose apt says where its archives are, `/` for this machine
  /// @param mirror used instead of that, `http:`, `https:` or `file:`
  /// @param cache the folder for what was fetched
  /// @param progress told in one line what is being done
  public record Surroundings(
      Path root, Optional<URI> mirror, Path cache, FetchLimits limits, Consumer<String> progress) {}

  /// The source of a name.
  ///
  /// @throws IllegalArgumentException when there is no such source; the message says which there
  ///   are
  /// @throws IOException when the system's release cannot be read
  public FactSource named(String from) throws IOException {
    if (from.startsWith(SECURITY)) {
      return new MirroredSuite(
          release(DebianRelease.ofSuite(from.substring(SECURITY.length())), from), surroundings);
    }
    if (from.startsWith(INSTALLED)) {
      Path root = Path.of(from.substring(INSTALLED.length()));
      return new InstalledChangelogs(root, release(releaseOf(root), from));
    }
    if (from.endsWith(TrivyDatabase.FILE) || from.endsWith(IndexDatabase.SUFFIX)) {
      return new StoredFacts(Path.of(from));
    }
    throw new IllegalArgumentException(
        "unknown source "
            + from
            + ": there are debian-security:SUITE, debian-installed:ROOT,"
            + " and paths of a trivy.db or an index (*.idx)");
  }

  private static DebianRelease release(Optional<DebianRelease> found, String from) {
    return found.orElseThrow(() ->
        new IllegalArgumentException(
            "unknown release in "
                + from
                + ": there are "
                + String.join(
                    ", ",
                    java.util.Arrays.stream(DebianRelease.values())
                        .map(DebianRelease::codename)
                        .toList())));
  }

  private static Optional<DebianRelease> releaseOf(Path root) throws IOException {
    String id = "";
    String version = "";
    for (String line : Files.readString(root.resolve("etc/os-release")).lines().toList()) {
      String value = line.substring(line.indexOf('=') + 1).replace("\"", "").strip();
      if (line.startsWith("ID=")) {
        id = value;
      } else if (line.startsWith("VERSION_ID=")) {
        version = value;
      }
    }
    return id.equals("debian") ? DebianRelease.numbered(version) : Optional.empty();
  }

  /// A suite of the security archive, wherever the mirror is.
  private record MirroredSuite(DebianRelease release, Surroundings surroundings)
      implements FactSource {
    @Override
    public String name() {
      return SECURITY + release.codename();
    }

    @Override
    public SourceSummary read(FactSink sink) throws IOException {
      URI mirror = mirror();
      if ("file".equals(mirror.getScheme())) {
        return suite(new FolderArchive(Path.of(mirror))).read(sink);
      }
      boolean web = "http".equals(mirror.getScheme()) || "https".equals(mirror.getScheme());
      if (!web || mirror.getHost() == null) {
        throw new IOException("the mirror " + mirror + " is none of http:, https: and file:");
      }
      try (var archive =
          new HttpArchive(mirror, AptSources.proxyOfSystem(surroundings.root()), PATIENCE)) {
        return suite(archive).read(sink);
      }
    }

    private DebianSecurity suite(Archive archive) {
      return new DebianSecurity(
          archive, release, surroundings.cache(), surroundings.limits(), surroundings.progress());
    }

    private URI mirror() throws IOException {
      if (surroundings.mirror().isPresent()) {
        return surroundings.mirror().get();
      }
      return AptSources.securityMirror(AptSources.ofSystem(surroundings.root()), release)
          .orElseThrow(() ->
              new IOException(
                  "apt of this system names no security archive of Debian: give --mirror"));
    }
  }
}
