package dev.landwaiter.signing.policy.cluster.evaluation;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.policy.cluster.PolicyAuthority.SignatureSource;
import dev.landwaiter.signing.store.Gathered;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.StoreOptions;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one image has, looked up once however many authorities ask.
final class ImageMaterial implements AutoCloseable {
  private final Reference image;
  private final Surroundings around;
  private final Map<Place, SignatureStore> stores = new HashMap<>();
  private final Map<Wanted, Gathered> gathered = new HashMap<>();
  private Optional<Digest> digest = Optional.empty();
  private Optional<RefusedException> unknown = Optional.empty();

  ImageMaterial(Reference image, Surroundings around) {
    this.image = image;
    this.around = around;
  }

  private record Place(StoreOptions options, List<String> secrets) {}

  private record Wanted(Place place, Kind kind) {}

  Reference image() {
    return image;
  }

  /// The digest, once somebody asked for it.
  Optional<Digest> known() {
    return digest;
  }

  /// The digest of the image: all policies judge the same.
  Digest digest() throws IOException {
    if (unknown.isPresent()) {
      throw unknown.get();
    }
    if (digest.isEmpty()) {
      try {
        SignatureStore store = store(new Place(around.options(), List.of()));
        digest = Optional.of(store.resolve(image.identifier()).digest());
      } catch (RefusedException e) {
        unknown = Optional.of(e);
        throw e;
      }
    }
    return digest.get();
  }

  /// What there is of one kind at a source.
  Gathered gather(Kind kind, Optional<SignatureSource> source) throws IOException {
    var wanted = new Wanted(place(source), kind);
    Gathered found = gathered.get(wanted);
    if (found == null) {
      found = store(wanted.place()).gather(kind, digest());
      gathered.put(wanted, found);
    }
    return found;
  }

  private SignatureStore store(Place place) throws IOException {
    SignatureStore store = stores.get(place);
    if (store == null) {
      store = around.places().open(image, place.options(), place.secrets());
      stores.put(place, store);
    }
    return store;
  }

  private Place place(Optional<SignatureSource> source) throws RefusedException {
    StoreOptions base = around.options();
    if (source.isEmpty()) {
      return new Place(base, List.of());
    }
    Optional<Reference> repository = base.repository();
    String oci = source.get().oci();
    if (!oci.isEmpty()) {
      boolean host =
          !oci.contains("/") && (oci.contains(".") || oci.contains(":") || oci.equals("localhost"));
      try {
        repository = Optional.of(Reference.parse(host ? oci + "/" + image.path() : oci));
      } catch (ImageException e) {
        throw new RefusedException(FailureClass.USAGE, "the source " + e.getMessage());
      }
    }
    var options =
        new StoreOptions(
            repository,
            source.get().tagPrefix().isEmpty() ? base.tagPrefix() : source.get().tagPrefix(),
            base.dockerTypes(),
            base.legacyReferrers(),
            base.contentLimit(),
            base.workers(),
            base.created());
    return new Place(options, source.get().pullSecrets());
  }

  @Override
  public void close() throws IOException {
    for (SignatureStore each : stores.values()) {
      each.close();
    }
  }
}
