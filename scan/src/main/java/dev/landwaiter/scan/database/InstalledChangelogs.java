package dev.landwaiter.scan.database;

import dev.landwaiter.vulnerability.FactSink;
import dev.landwaiter.vulnerability.source.Changelog;
import dev.landwaiter.vulnerability.source.ChangelogEntry;
import dev.landwaiter.vulnerability.source.DebPackage;
import dev.landwaiter.vulnerability.source.PackageList;
import dev.landwaiter.vulnerability.source.PackageStanza;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The changelogs that a Debian system has on its disk, as a source that needs no network: one
/// package of each installed source package.
///
/// Only packages of Debian itself count: those whose newest entry went to one of Debian's own
/// suites, and not to backports or to another archive.
///
/// @param root of the system, `/` for this machine
/// @param release which release the system is
public record InstalledChangelogs(Path root, DebianRelease release) implements FactSource {
  private static final int PACKED_LIMIT = 8 << 20;
  private static final Set<String> DEBIAN =
      Set.of("unstable", "sid", "testing", "experimental", "stable", "oldstable");

  @Override
  public String name() {
    return "debian-installed:" + release.codename();
  }

  @Override
  public SourceSummary read(FactSink sink) throws IOException {
    Path status = root.resolve("var/lib/dpkg/status");
    SortedMap<String, List<PackageStanza>> sources = new TreeMap<>();
    try (var in = Files.newInputStream(status)) {
      PackageList.read(
          in,
          stanza -> {
            if (stanza.status().endsWith(" installed")) {
              sources.computeIfAbsent(stanza.source(), _ -> new ArrayList<>()).add(stanza);
            }
          });
    }
    var facts = new DebianFacts(release, sink);
    List<String> without = new ArrayList<>();
    for (var source : sources.entrySet()) {
      Optional<List<ChangelogEntry>> entries = changelog(source.getKey(), source.getValue());
      if (entries.isPresent()) {
        facts.entries(source.getKey(), entries.get());
      } else {
        without.add(source.getKey());
      }
    }
    Instant changed = Files.getLastModifiedTime(status).toInstant();
    return new SourceSummary(changed, facts.count(), notes(without));
  }

  private List<String> notes(List<String> without) {
    return without.isEmpty()
        ? List.of()
        : List.of(
            name()
                + ": no changelog of Debian for "
                + without.size()
                + " installed source packages: "
                + String.join(", ", without));
  }

  /// The changelog of the first package that has one of Debian for its source.
  private Optional<List<ChangelogEntry>> changelog(String source, List<PackageStanza> packages)
      throws IOException {
    for (PackageStanza stanza : packages) {
      for (String name : List.of("changelog.Debian.gz", "changelog.gz")) {
        Path file = root.resolve("usr/share/doc").resolve(stanza.name()).resolve(name);
        if (!stanza.name().contains("/")
            && !stanza.name().startsWith(".")
            && Files.isRegularFile(file)) {
          if (Files.size(file) > PACKED_LIMIT) {
            throw new IOException(file + " exceeds " + PACKED_LIMIT + " bytes");
          }
          var entries = Changelog.read(source, DebPackage.unpack(source, Files.readAllBytes(file)));
          if (!entries.isEmpty() && ofDebian(entries.getFirst(), source)) {
            return Optional.of(entries);
          }
        }
      }
    }
    return Optional.empty();
  }

  /// Uploaders mistype the suite of a stable release now and then, so every release's counts.
  private static boolean ofDebian(ChangelogEntry newest, String source) {
    String suite = newest.distribution();
    for (String kind : List.of("-proposed-updates", "-updates", "-security")) {
      if (suite.endsWith(kind)) {
        suite = suite.substring(0, suite.length() - kind.length());
        break;
      }
    }
    return newest.source().equals(source)
        && (DEBIAN.contains(suite) || DebianRelease.ofSuite(suite).isPresent());
  }
}
