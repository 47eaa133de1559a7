package dev.landwaiter.scan.update;

import dev.landwaiter.base.text.Reason;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.oci.registry.Repository;
import dev.landwaiter.oci.registry.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Pulls databases that registries publish (vulnerability.md, 1) into the cache.
public final class DatabaseUpdate {
  private final Function<Reference, Registry> registries;
  private final Surroundings surroundings;

  /// Updates over registries.
  ///
  /// @param registries gives the way to ask the registry of a reference
  public DatabaseUpdate(Function<Reference, Registry> registries, Surroundings surroundings) {
    this.registries = registries;
    this.surroundings = surroundings;
  }

  /// What came of it.
  public sealed interface Outcome {}

  /// There was nothing newer to expect; nobody was asked.
  public record UpToDate() implements Outcome {}

  /// A database was pulled.
  ///
  /// @param record where from
  /// @param missed what went wrong with the repositories that were asked before, one sentence each
  public record Pulled(PulledRecord record, List<String> missed) implements Outcome {}

  /// Pulls a database where one is due; one that is older than what is there is not taken. Of
  /// several processes one does, and the others wait for it.
  ///
  /// @param repositories where to ask, in order; one without a tag gets the number of the schema
  /// @param always also when there is nothing newer to expect, and whatever its date
  /// @throws IOException when none of the repositories gave a usable database, with the reason for
  ///   each; what was there before is untouched
  public Outcome run(DatabaseKind kind, List<String> repositories, boolean always)
      throws IOException {
    var folder = new DatabaseFolder(kind, surroundings.cache());
    try (var _ = FolderLock.take(folder.path(), surroundings.waiting(), surroundings.said())) {
      folder.clear();
      if (always) {
        return pull(kind, folder, repositories, Instant.MIN);
      }
      Instant now = surroundings.waiting().clock().instant();
      return switch (Freshness.of(kind, surroundings.cache(), now)) {
        case Freshness.Current _ -> new UpToDate();
        case Freshness.Missing _ -> pull(kind, folder, repositories, Instant.MIN);
        case Freshness.Overdue _ -> pull(kind, folder, repositories, floor(folder, now));
      };
    }
  }

  /// @param floor the oldest date that a database may have
  private Outcome pull(
      DatabaseKind kind, DatabaseFolder folder, List<String> repositories, Instant floor)
      throws IOException {
    List<String> missed = new ArrayList<>();
    for (String repository : repositories) {
      Reference reference = Reference.parse(tagged(repository, kind));
      surroundings.said().accept("pulling the %s from %s".formatted(kind.title(), reference));
      try {
        return new Pulled(pull(kind, folder, reference, floor), missed);
      } catch (ImageException e) {
        missed.add(reference + ": " + e.getMessage());
        folder.clear();
      } catch (IOException e) {
        // The disk is full, or not ours: no other repository would change that.
        folder.clear();
        throw new IOException(
            "the %s from %s cannot be kept in %s: %s"
                .formatted(kind.title(), reference, folder.path(), Reason.of(e)),
            e);
      }
    }
    throw new IOException(
        "no %s could be pulled: %s".formatted(kind.title(), String.join("; ", missed)));
  }

  /// The date of what is there: whoever serves an older one is behind, or wants advisories not to
  /// be known. A date in the future is nobody's.
  private static Instant floor(DatabaseFolder folder, Instant now) {
    return Soundness.date(folder.path())
        .filter(date -> !date.isAfter(now.plus(Freshness.CLOCKS_DIFFER)))
        .orElse(Instant.MIN);
  }

  private static String tagged(String repository, DatabaseKind kind) {
    String last = repository.substring(repository.lastIndexOf('/') + 1);
    return last.contains(":") || last.contains("@") ? repository : repository + ":" + kind.schema();
  }

  private PulledRecord pull(
      DatabaseKind kind, DatabaseFolder folder, Reference reference, Instant floor)
      throws IOException {
    Instant now = surroundings.waiting().clock().instant();
    String where = reference.toString();
    try (Repository repository = registries.apply(reference).repository(reference, Purpose.PULL)) {
      Stored stored = repository.resolve(reference.identifier());
      Descriptor layer = layer(kind, where, stored);
      var unpacking = new Unpacking(folder.stage(), where, now);
      Staged staged;
      try (InputStream blob = repository.blob(layer);
          var metered = new MeteredStream(blob, surroundings.meter(), layer.size())) {
        staged =
            layer.mediaType().equals(OwnIndex.LAYER_TYPE)
                ? unpacking.own(metered)
                : unpacking.trivy(kind, metered);
      }
      Soundness.check(kind, staged, where);
      Soundness.requireSince(floor, staged, where);
      var record =
          new PulledRecord(
              where, Optional.of(stored.descriptor().digest()), now, List.of(staged.digest()));
      folder.install(staged, record);
      return record;
    }
  }

  private static Descriptor layer(DatabaseKind kind, String where, Stored stored)
      throws ImageException {
    Document document =
        Document.parse(where, stored.body(), stored.descriptor().mediaType(), Limits.STANDARD);
    if (!(document instanceof Manifest manifest) || manifest.layers().size() != 1) {
      throw new ImageException(
          ImageException.Code.UNSUPPORTED, where + " is no artifact of one layer");
    }
    Descriptor layer = manifest.layers().getFirst();
    boolean own = kind == DatabaseKind.ADVISORIES && layer.mediaType().equals(OwnIndex.LAYER_TYPE);
    if (!own && !layer.mediaType().equals(kind.layerType())) {
      throw new ImageException(
          ImageException.Code.UNSUPPORTED,
          "%s holds '%s', which is no %s".formatted(where, layer.mediaType(), kind.title()));
    }
    return layer;
  }
}
