package dev.landwaiter.scan.database;

import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.vulnerability.AdvisoryDatabase;
import dev.landwaiter.vulnerability.DatabaseException;
import dev.landwaiter.vulnerability.DatabaseInfo;
import dev.landwaiter.vulnerability.store.EmbeddedDatabase;
import dev.landwaiter.vulnerability.store.IndexDatabase;
import dev.landwaiter.vulnerability.store.IndexInfo;
import dev.landwaiter.vulnerability.store.TrivyDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The database that judges, and what must be said aloud of it.
///
/// @param now the time its age is measured at
/// @param built what it says of its making, when it is an index of ours
public record DatabaseChoice(AdvisoryDatabase database, Instant now, Optional<IndexInfo> built) {
  private static final Duration STALE = Duration.ofDays(7);
  private static final int NAMES = 8;
  private static final String LEFT_OUT = "sources were left out";

  /// Chooses by this order: the file or directory named; Trivy's in the cache
  /// (`CACHE/db/trivy.db`), or an index of ours that was pulled in its place; the newest index in
  /// the cache (`CACHE/index/*.idx`); the built-in one.
  ///
  /// @param named a `trivy.db`, a directory that holds one, or an index
  /// @throws DatabaseException when the one chosen cannot be opened: a damaged one is never passed
  ///   over silently
  public static DatabaseChoice choose(Optional<Path> named, Path cache, Instant now) {
    if (named.isPresent()) {
      return openNamed(named.get(), now);
    }
    if (Files.exists(cache.resolve("db").resolve(TrivyDatabase.FILE))) {
      return trivy(cache.resolve("db"), now);
    }
    Path pulled = cache.resolve("db").resolve("landwaiter" + IndexDatabase.SUFFIX);
    if (Files.exists(pulled)) {
      return index(pulled, now);
    }
    return newestIndex(cache.resolve("index"))
        .map(path -> index(path, now))
        .orElseGet(() ->
            new DatabaseChoice(EmbeddedDatabase.open(), now, Optional.of(EmbeddedDatabase.info())));
  }

  /// Whether there is an index in the cache that was built here.
  ///
  /// @throws DatabaseException when one cannot be opened
  public static boolean hasBuilt(Path cache) {
    return newestIndex(cache.resolve("index")).isPresent();
  }

  private static DatabaseChoice openNamed(Path path, Instant now) {
    if (Files.isDirectory(path)) {
      return trivy(path, now);
    }
    Path name = path.getFileName();
    boolean file = name != null && name.toString().equals(TrivyDatabase.FILE);
    return file ? trivy(path.toAbsolutePath().resolveSibling(""), now) : index(path, now);
  }

  private static DatabaseChoice trivy(Path directory, Instant now) {
    return new DatabaseChoice(TrivyDatabase.open(directory), now, Optional.empty());
  }

  private static DatabaseChoice index(Path path, Instant now) {
    return new DatabaseChoice(IndexDatabase.open(path), now, Optional.of(IndexDatabase.info(path)));
  }

  private static Optional<Path> newestIndex(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(IndexDatabase.SUFFIX))
          .max(
              Comparator.comparing((Path file) -> IndexDatabase.info(file).created())
                  .thenComparing(Comparator.naturalOrder()));
    } catch (IOException e) {
      throw new DatabaseException("The folder " + folder + " cannot be read", e);
    }
  }

  /// One sentence: which database judged, of when, how old, and what it knows.
  public String sentence() {
    DatabaseInfo info = database.info();
    String which =
        switch (info.kind()) {
          case "embedded" -> "the built-in database";
          case "index" -> "the index " + info.location();
          case "trivy" -> "Trivy's database " + info.location();
          default -> "the database " + info.location();
        };
    String age =
        info.updatedAt()
            .map(when -> " of " + LocalDate.ofInstant(when, ZoneOffset.UTC) + ", " + age(when))
            .orElse(" of unknown age");
    return "Judged by " + which + age + "; it knows " + known() + ".";
  }

  /// What the database says it lacks of the distribution that is judged, one sentence each.
  public List<String> gaps(OperatingSystem os) {
    Optional<DebianRelease> release =
        os.family().equals("debian")
            ? DebianRelease.numbered(os.name().split("\\.", 2)[0])
            : Optional.empty();
    if (release.isEmpty() || built.isEmpty()) {
      return List.of();
    }
    return built.get().notes().stream()
        .filter(note -> note.contains(release.get().codename()) && note.contains(LEFT_OUT))
        .map(note -> note.substring(0, note.indexOf(LEFT_OUT) + LEFT_OUT.length()))
        .toList();
  }

  /// Whether the database is older than it wants to be, or than seven days where it does not say.
  public boolean stale() {
    DatabaseInfo info = database.info();
    Optional<Instant> limit =
        info.nextUpdate().or(() -> info.updatedAt().map(when -> when.plus(STALE)));
    return limit.map(now::isAfter).orElse(true);
  }

  /// What must be said when a distribution's release has no advisories here, or nothing.
  ///
  /// @param bucket such as `debian 12`
  public Optional<String> doubt(String bucket) {
    return database.buckets().contains(bucket)
        ? Optional.empty()
        : Optional.of(
            "The database has no advisories for " + bucket + ": nothing was judged by it.");
  }

  private String age(Instant when) {
    long days = Duration.between(when, now).toDays();
    if (when.isAfter(now.plus(Duration.ofDays(1)))) {
      return "which is in the future";
    }
    String text = days <= 0 ? "less than a day old" : days == 1 ? "1 day old" : days + " days old";
    return stale() ? text + " (stale)" : text;
  }

  private String known() {
    List<String> buckets = database.buckets();
    if (buckets.isEmpty()) {
      return "nothing";
    }
    return buckets.size() <= NAMES
        ? "only " + String.join(", ", buckets)
        : buckets.size() + " releases and ecosystems (landwaiter db status names them)";
  }
}
