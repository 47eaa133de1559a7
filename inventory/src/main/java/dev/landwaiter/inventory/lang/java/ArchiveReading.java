package dev.landwaiter.inventory.lang.java;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Place;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.database.DatabaseException;
import dev.landwaiter.inventory.lang.archive.ArchiveBudget;
import dev.landwaiter.inventory.lang.archive.ArchiveEntry;
import dev.landwaiter.inventory.lang.archive.ArchiveException;
import dev.landwaiter.inventory.lang.archive.ZipArchive;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One pass over one archive and those inside it. Used once, by one thread.
final class ArchiveReading {
  /// Says in the place of the analyzer's id that nothing but the archive itself vouches for this.
  static final String UNVERIFIED = "jar-unverified";

  private static final int TEXT_LIMIT = 10 << 20;
  private static final int HELD_LIMIT = 256 << 20;
  private static final int PACKAGES = 20_000;
  private static final int PROBLEMS = 20;

  private final JavaIndex index;
  private final boolean unverified;
  private final ArchiveBudget budget = new ArchiveBudget();
  private final List<Problem> problems = new ArrayList<>();
  private long held;

  ArchiveReading(JavaIndex index, boolean unverified) {
    this.index = index;
    this.unverified = unverified;
  }

  List<Problem> problems() {
    return problems;
  }

  List<Package> read(TreeFile file) {
    List<Package> found = new ArrayList<>();
    try {
      read(file.path(), ByteBuffer.wrap(file.bytes()), 1, found);
    } catch (ArchiveException e) {
      problem(file.path(), e);
    }
    return SameArtifacts.without(found);
  }

  private void problem(String path, ArchiveException e) {
    if (problems.size() < PROBLEMS) {
      problems.add(Problem.in(path, e.reason()));
    } else if (problems.size() == PROBLEMS) {
      problems.add(Problem.in(path, "more problems like these are not listed"));
    }
  }

  private void read(String path, ByteBuffer bytes, int depth, List<Package> found)
      throws ArchiveException {
    if (depth > ArchiveBudget.DEPTH) {
      throw new ArchiveException(
          "is not examined: it lies in more than " + ArchiveBudget.DEPTH + " nested archives");
    }
    Coordinates fileName = ArchiveName.parse(path.substring(path.lastIndexOf('/') + 1));
    ZipArchive archive = ZipArchive.open(bytes, budget);
    List<Coordinates> own = new ArrayList<>();
    Map<String, ArchiveEntry> poms = new HashMap<>();
    Manifest manifest = Manifest.NONE;
    for (ArchiveEntry entry : archive.entries()) {
      try {
        if (entry.lastName().equals("pom.properties")) {
          Coordinates coordinates = PomProperties.parse(text(archive, entry));
          if (coordinates.complete()) {
            own.add(coordinates);
          }
        } else if (entry.name().equalsIgnoreCase("META-INF/MANIFEST.MF")) {
          manifest = Manifest.parse(text(archive, entry));
        } else if (entry.lastName().equals("pom.xml")) {
          poms.put(entry.name(), entry);
        } else if (JarAnalyzer.archive(entry.name(), ".jar", ".war", ".ear")) {
          nested(path, archive, entry, depth, found);
        }
      } catch (ArchiveException e) {
        problem(path, e);
      }
    }
    String analyzer = "jar";
    if (own.stream().noneMatch(c -> isFile(c, fileName))) {
      Optional<Coordinates> itself = identify(path, manifest, bytes, fileName);
      itself.ifPresent(own::add);
      if (own.isEmpty() && unverified) {
        analyzer = UNVERIFIED;
        own.addAll(claim(manifest, fileName));
      }
    }
    List<String> common = ArchiveLicenses.ofManifest(manifest);
    for (Coordinates coordinates : own) {
      List<String> licenses = pomLicenses(path, archive, poms, coordinates);
      add(
          Package.language(
                  "",
                  coordinates.name(),
                  coordinates.version(),
                  licenses.isEmpty() ? common : licenses,
                  analyzer)
              .withPlace(Place.file(path)),
          found);
    }
  }

  private static void add(Package one, List<Package> found) throws ArchiveException {
    if (found.size() >= PACKAGES) {
      throw new ArchiveException("holds more than " + PACKAGES + " packages");
    }
    found.add(one);
  }

  private static boolean isFile(Coordinates coordinates, Coordinates fileName) {
    return coordinates.artifact().equals(fileName.artifact())
        && coordinates.version().equals(fileName.version());
  }

  private void nested(
      String path, ZipArchive archive, ArchiveEntry entry, int depth, List<Package> found)
      throws ArchiveException {
    if (!entry.inside()) {
      throw new ArchiveException("holds the entry " + entry.name() + ", which leads out of it");
    }
    String inner = path + "/" + entry.name();
    held += entry.size();
    try {
      if (held > HELD_LIMIT) {
        throw new ArchiveException(
            "is not examined: it and the archives around it unpack to more than "
                + HELD_LIMIT
                + " bytes");
      }
      read(inner, archive.read(entry, HELD_LIMIT), depth + 1, found);
    } catch (ArchiveException e) {
      problem(inner, e);
    } finally {
      held -= entry.size();
    }
  }

  /// What the index knows of the archive, by its manifest, its content or its name.
  private Optional<Coordinates> identify(
      String path, Manifest manifest, ByteBuffer bytes, Coordinates fileName) {
    if (index.empty()) {
      return Optional.empty();
    }
    try {
      Coordinates said = manifest.coordinates();
      if (said.complete() && index.exists(said.group(), said.artifact())) {
        return Optional.of(said);
      }
      MessageDigest sha1 = Digest.newHash("SHA-1");
      sha1.update(bytes.duplicate());
      Optional<Coordinates> known = index.bySha1(sha1.digest());
      if (known.isPresent() || fileName.artifact().isEmpty()) {
        return known;
      }
      return index
          .groupOf(fileName.artifact(), fileName.version())
          .map(group -> new Coordinates(group, fileName.artifact(), fileName.version()));
    } catch (DatabaseException e) {
      problem(path, new ArchiveException("cannot be looked up: the Java index " + e.what()));
      return Optional.empty();
    }
  }

  /// What the archive says of itself, true or not.
  private static List<Coordinates> claim(Manifest manifest, Coordinates fileName) {
    Coordinates said = manifest.coordinates();
    if (said.complete()) {
      return List.of(said);
    }
    return fileName.artifact().isEmpty() ? List.of() : List.of(fileName);
  }

  private List<String> pomLicenses(
      String path, ZipArchive archive, Map<String, ArchiveEntry> poms, Coordinates coordinates) {
    ArchiveEntry pom =
        poms.get(
            "META-INF/maven/" + coordinates.group() + "/" + coordinates.artifact() + "/pom.xml");
    if (pom == null) {
      return List.of();
    }
    try {
      return ArchiveLicenses.ofPom(bytes(archive, pom));
    } catch (ArchiveException e) {
      problem(path, e);
      return List.of();
    }
  }

  private static byte[] bytes(ZipArchive archive, ArchiveEntry entry) throws ArchiveException {
    ByteBuffer content = archive.read(entry, TEXT_LIMIT);
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    return bytes;
  }

  private static String text(ZipArchive archive, ArchiveEntry entry) throws ArchiveException {
    return new String(bytes(archive, entry), StandardCharsets.UTF_8);
  }
}
