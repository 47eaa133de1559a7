package dev.landwaiter.scan.database;

import dev.landwaiter.vulnerability.AdvisoryFeed;
import dev.landwaiter.vulnerability.FactSink;
import dev.landwaiter.vulnerability.source.Feeds;
import dev.landwaiter.vulnerability.store.IndexDatabase;
import dev.landwaiter.vulnerability.store.TrivyDatabase;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Finds the sources that `db build --from` names:
///
/// - `debian-security:SUITE`, such as `debian-security:bookworm`: Debian's security archive;
/// - `debian-installed:ROOT`, such as `debian-installed:/`: the changelogs on a system's disk;
/// - a path that ends in `trivy.db` or `.idx`: a database that exists already;
/// - `FEED:PATH` or `FEED:ADDRESS`, such as `osv:all.zip`: published advisories in a folder, an
///   archive or a file.
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
  /// @param folder that relative paths of feeds start from
  /// @param limits of what the archive of Debian may send
  /// @param proxies for feeds at an address
  /// @param progress told in one line what is being done
  /// @param details told every record that cannot be read
  public record Surroundings(
      Path root,
      Optional<URI> mirror,
      Path cache,
      Path folder,
      FetchLimits limits,
      ProxySelector proxies,
      Consumer<String> progress,
      Consumer<String> details) {}

  /// Whether a source can only be read over the network.
  ///
  /// @param mirror given in place of the one of this machine's apt
  public static boolean needsNetwork(String from, Optional<URI> mirror) {
    if (from.startsWith(SECURITY)) {
      return mirror.map(address -> !"file".equals(address.getScheme())).orElse(true);
    }
    return feed(from).isPresent() && FeedSource.isAddress(from.substring(from.indexOf(':') + 1));
  }

  private static Optional<AdvisoryFeed> feed(String from) {
    return from.indexOf(':') < 0
        ? Optional.empty()
        : Feeds.byId(from.substring(0, from.indexOf(':')));
  }

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
    Optional<AdvisoryFeed> feed = feed(from);
    if (feed.isPresent()) {
      String place = from.substring(from.indexOf(':') + 1);
      checkPlace(from, place);
      return new FeedSource(feed.get(), place, surroundings);
    }
    throw new IllegalArgumentException(unknown(from));
  }

  private static void checkPlace(String from, String place) {
    if (place.isEmpty()) {
      throw new IllegalArgumentException(
          from
              + " names no place: a folder, an archive, a file or an address comes after the colon");
    }
    if (FeedSource.isAddress(place) && !hasHost(place)) {
      // What was meant as a password may stand anywhere in it.
      throw new IllegalArgumentException(
          from.substring(0, from.indexOf(':')) + ": its place is no address with a host");
    }
  }

  private static boolean hasHost(String address) {
    try {
      return new URI(address).getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String unknown(String from) {
    var text = new StringBuilder("unknown source " + from + ": there are\n");
    known().forEach((name, summary) -> text.append("  %-31s %s\n".formatted(name, summary)));
    return text.toString().stripTrailing();
  }

  /// Every kind of source, as it is written, and what it is.
  public static SortedMap<String, String> known() {
    SortedMap<String, String> all = new TreeMap<>();
    all.put(SECURITY + "SUITE", "changelogs in Debian's security archive");
    all.put(INSTALLED + "ROOT", "changelogs on a Debian system's disk");
    all.put("PATH/trivy.db, PATH.idx", "a database that exists already");
    Feeds.ALL.forEach(feed -> all.put(feed.id() + ":PLACE", feed.summary()));
    return all;
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
        throw new IOException(
            "the mirror " + shown(mirror) + " is none of http:, https: and file:");
      }
      try (var archive =
          new HttpArchive(mirror, AptSources.proxyOfSystem(surroundings.root()), PATIENCE)) {
        return suite(archive).read(sink);
      }
    }

    private static String shown(URI mirror) {
      String text = mirror.toString();
      return text.contains("@") || text.contains("?") ? FeedDownload.plain(mirror) : text;
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
