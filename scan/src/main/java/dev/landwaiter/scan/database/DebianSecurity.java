package dev.landwaiter.scan.database;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.version.DebOrder;
import dev.landwaiter.base.version.InvalidVersionException;
import dev.landwaiter.vulnerability.FactSink;
import dev.landwaiter.vulnerability.source.BoundedInput;
import dev.landwaiter.vulnerability.source.DebPackage;
import dev.landwaiter.vulnerability.source.Decompression;
import dev.landwaiter.vulnerability.source.PackageList;
import dev.landwaiter.vulnerability.source.PackageStanza;
import dev.landwaiter.vulnerability.source.SourceException;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Debian's security archive of one release as a source: of each source package the changelog of
/// its newest version, taken out of its smallest binary package that has one.
///
/// The list of packages is checked against the digest in the suite's release file, each package
/// against the digest in the list. The signature of the release file is **not** checked: who can
/// change what the mirror sends can change the facts, which is noted.
public final class DebianSecurity implements FactSource {
  private static final int RELEASE_LIMIT = 4 << 20;
  private static final int LIST_LIMIT = 32 << 20;
  private static final long UNPACKED_LIMIT = 512L << 20;

  /// Binary packages tried for one source: many ship a link in place of their changelog.
  private static final int TRIES = 16;

  private final Archive archive;
  private final DebianRelease release;
  private final ChangelogCache cache;
  private final FetchLimits limits;
  private final Consumer<String> progress;
  private final List<String> notes = new ArrayList<>();
  private final List<String> without = new ArrayList<>();
  private int gone;
  private int packages;
  private long bytes;

  /// @param cache the folder that keeps the changelogs
  /// @param progress told in one line what is being done
  public DebianSecurity(
      Archive archive,
      DebianRelease release,
      Path cache,
      FetchLimits limits,
      Consumer<String> progress) {
    this.archive = archive;
    this.release = release;
    this.cache = new ChangelogCache(cache);
    this.limits = limits;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "debian-security:" + release.codename();
  }

  @Override
  public SourceSummary read(FactSink sink) throws IOException {
    String suite = "dists/" + release.securitySuite();
    ReleaseFile file = ReleaseFile.read(archive.fetch(suite + "/InRelease", RELEASE_LIMIT));
    notes.add(
        name() + ": the digests were checked, the signature of " + suite + "/InRelease was not");
    var sources = newest(packageList(suite, file));
    var facts = new DebianFacts(release, sink);
    int done = 0;
    for (var source : sources.entrySet()) {
      progress.accept(
          "%s: %d of %d, %s".formatted(name(), ++done, sources.size(), source.getKey()));
      Optional<byte[]> changelog = changelog(source.getValue());
      if (changelog.isPresent()) {
        facts.changelog(source.getKey(), changelog.get());
      } else {
        without.add(source.getKey());
      }
    }
    if (gone > 0) {
      notes.add("%s: %d listed packages are no longer there".formatted(name(), gone));
    }
    if (!without.isEmpty()) {
      notes.add(
          "%s: %d of %d sources were left out, no changelog was found: %s"
              .formatted(name(), without.size(), sources.size(), String.join(", ", without)));
    }
    return new SourceSummary(file.date(), facts.count(), notes);
  }

  private SortedMap<String, List<PackageStanza>> packageList(String suite, ReleaseFile file)
      throws IOException {
    for (String name : List.of("Packages.xz", "Packages.gz", "Packages")) {
      String path = "main/binary-amd64/" + name;
      Optional<ReleaseFile.Listed> listed = file.file(path);
      if (listed.isPresent()) {
        try {
          byte[] packed = archive.fetch(suite + "/" + path, LIST_LIMIT);
          check(path, packed, listed.get().sha256());
          try (var in =
              new BoundedInput(
                  path, Decompression.open(new ByteArrayInputStream(packed)), UNPACKED_LIMIT)) {
            return PackageList.bySource(in);
          }
        } catch (FileNotFoundException e) {
          progress.accept(name() + ": " + e.getMessage() + ", trying the next form");
        }
      }
    }
    throw new IOException(suite + " lists no packages for main/binary-amd64");
  }

  /// Of each source package only the binary packages of its newest version.
  private SortedMap<String, List<PackageStanza>> newest(
      SortedMap<String, List<PackageStanza>> byVersion) {
    var order = new DebOrder();
    SortedMap<String, List<PackageStanza>> newest = new TreeMap<>();
    for (List<PackageStanza> binaries : byVersion.values()) {
      String source = binaries.getFirst().source();
      List<PackageStanza> known = newest.get(source);
      try {
        if (known == null
            || order.compare(binaries.getFirst().sourceVersion(), known.getFirst().sourceVersion())
                > 0) {
          newest.put(source, binaries);
        }
      } catch (InvalidVersionException e) {
        notes.add(name() + ": a version of " + source + " cannot be read: " + e.getMessage());
      }
    }
    return newest;
  }

  private Optional<byte[]> changelog(List<PackageStanza> binaries) throws IOException {
    for (PackageStanza binary : binaries.subList(0, Math.min(TRIES, binaries.size()))) {
      if (Digest.parse("sha256:" + binary.sha256()).isEmpty()) {
        notes.add(name() + ": the list gives no SHA-256 for " + binary.name());
        continue;
      }
      var known = cache.find(binary.sha256());
      Optional<byte[]> changelog = known.isPresent() ? known.get() : fetched(binary);
      if (changelog.isPresent()) {
        return changelog;
      }
    }
    return Optional.empty();
  }

  private Optional<byte[]> fetched(PackageStanza binary) throws IOException {
    if (binary.size() > limits.packageBytes()) {
      notes.add(
          "%s: %s was not fetched, it exceeds %d bytes"
              .formatted(name(), binary.filename(), limits.packageBytes()));
      return Optional.empty();
    }
    packages++;
    bytes += binary.size();
    if (packages > limits.packages() || bytes > limits.bytes()) {
      throw new IOException(
          "more would have to be fetched than the limit of %d packages and %d bytes"
              .formatted(limits.packages(), limits.bytes()));
    }
    try {
      byte[] deb = archive.fetch(binary.filename(), limits.packageBytes());
      check(binary.filename(), deb, binary.sha256());
      Optional<byte[]> changelog =
          DebPackage.changelog(binary.filename(), new ByteArrayInputStream(deb));
      cache.put(binary.sha256(), changelog);
      return changelog;
    } catch (FileNotFoundException e) {
      gone++;
      return Optional.empty();
    } catch (SourceException e) {
      notes.add(name() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private static void check(String path, byte[] content, String sha256) throws IOException {
    if (!Digest.sha256(content).encoded().equals(sha256)) {
      throw new IOException(path + " has another digest than the archive says");
    }
  }
}
