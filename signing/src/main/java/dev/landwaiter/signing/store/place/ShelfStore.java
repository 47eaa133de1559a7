package dev.landwaiter.signing.store.place;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.Index;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.registry.Stored;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.store.Addition;
import dev.landwaiter.signing.store.Attachment;
import dev.landwaiter.signing.store.BundleFacts;
import dev.landwaiter.signing.store.Carried;
import dev.landwaiter.signing.store.Gathered;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.Put;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.StoreOptions;
import dev.landwaiter.signing.store.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Signatures on a shelf: a repository or a layout.
final class ShelfStore implements SignatureStore {
  private final Shelf shelf;
  private final StoreOptions options;
  private final Limits limits;
  private final Gathering gathering;

  /// What refers to an image is listed once, whatever is asked for.
  private final Map<Digest, Gathering.Listing> listings = new ConcurrentHashMap<>();

  ShelfStore(Shelf shelf, StoreOptions options, Limits limits) {
    this.shelf = shelf;
    this.options = options;
    this.limits = limits;
    this.gathering = new Gathering(shelf, options, limits);
  }

  @Override
  public String name() {
    return shelf.name();
  }

  @Override
  public Subject resolve(String name) throws RefusedException {
    return Troubles.telling(() -> {
      Stored stored = shelf.image(name);
      Document document = stored.document(limits);
      Descriptor found = stored.descriptor();
      return new Subject(
          found.digest(),
          found.mediaType(),
          found.size(),
          Bytes.of(stored.body()),
          document instanceof Index index ? index.manifests() : List.of());
    });
  }

  @Override
  public Gathered gather(Kind kind, Digest subject) throws IOException {
    return gathering.all(kind, subject, this::listing);
  }

  private Gathering.Listing listing(Digest subject) throws RefusedException {
    Gathering.Listing known = listings.get(subject);
    if (known == null) {
      known = gathering.referring(subject);
      listings.put(subject, known);
    }
    return known;
  }

  @Override
  public Put append(Kind kind, Digest subject, Addition addition) throws RefusedException {
    return Troubles.telling(() -> {
      try {
        var appending = new Appending(shelf, options, limits);
        return shelf.exclusively(() -> appending.append(kind, subject, addition));
      } finally {
        listings.remove(subject);
      }
    });
  }

  @Override
  public Descriptor attach(Subject subject, Bytes bundle, BundleFacts facts)
      throws RefusedException {
    return Troubles.telling(() -> {
      var layer =
          Descriptor.of(BundleFacts.BUNDLE_TYPE, Digest.sha256(bundle.toArray()), bundle.size());
      ReferrerImage image =
          ReferrerImage.of(
              subject.descriptor(),
              BundleFacts.BUNDLE_TYPE,
              layer,
              ReferrerImage.annotations(facts));
      shelf.putBlob(ReferrerImage.config(""), ReferrerImage.EMPTY);
      shelf.putBlob(layer, bundle);
      shelf.putReferrer(image.manifest());
      listings.remove(subject.digest());
      return image.manifest().descriptor();
    });
  }

  @Override
  public List<Carried> list(Digest subject) throws RefusedException {
    return Troubles.telling(() -> new Belonging(shelf, options, limits).list(subject));
  }

  @Override
  public List<Attachment> attachments(Digest subject, String artifactType, int most, long largest)
      throws RefusedException {
    return Troubles.telling(
        () -> new Attaching(shelf, limits, artifactType, largest).all(subject, most));
  }

  @Override
  public boolean delete(Digest subject, Carried carried) throws RefusedException {
    return Troubles.telling(() -> {
      listings.remove(subject);
      return shelf.exclusively(() ->
          shelf.delete(
              carried.kind().orElse(Kind.BUNDLE), carried.tag(), carried.manifest().digest()));
    });
  }

  @Override
  public void close() throws IOException {
    shelf.close();
  }
}
