package dev.landwaiter.signing.store.place;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.registry.Stored;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.store.Found;
import dev.landwaiter.signing.store.Gathered;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.StoreOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gathers from a shelf what belongs to an image, within bounds on number and size that do not
/// depend on who is downloaded first.
record Gathering(Shelf shelf, StoreOptions options, Limits limits) {
  /// The most layers that are looked at for one image and kind.
  static final int LAYERS = 1_000;

  /// The most manifests that may refer to one image.
  static final int REFERRERS = 10_000;

  /// A manifest that refers to an image and is larger than this holds nothing for us.
  private static final long REFERRER_SIZE = 1 << 20;

  /// What one manifest came to.
  record Candidate(Kind kind, Digest carrier, List<Descriptor> layers, Optional<Refusal> trouble) {}

  private record Wanted(Kind kind, Digest carrier, Descriptor layer, Optional<Refusal> refusal) {}

  Gathered all(Kind kind, Digest subject, Referrers referrers) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    if (kind != Kind.BUNDLE) {
      candidates.addAll(tagged(kind, subject));
    }
    Optional<Listing> listing = Optional.empty();
    try {
      listing = Optional.of(referrers.of(subject));
    } catch (RefusedException e) {
      // What lies under the tag stands; that nobody could be asked is told with the bundles.
      if (candidates.isEmpty()) {
        throw e;
      }
    }
    int unrelated = 0;
    if (listing.isPresent()) {
      unrelated = listing.get().unrelated();
      for (Candidate each : listing.get().candidates()) {
        if (each.kind() == kind) {
          candidates.add(each);
        }
      }
    }
    return new Gathered(contents(kind, candidates), unrelated);
  }

  /// Where what refers to an image is listed, once for all kinds.
  interface Referrers {
    Listing of(Digest subject) throws RefusedException;
  }

  /// What refers to one image.
  record Listing(List<Candidate> candidates, int unrelated) {}

  private List<Candidate> tagged(Kind kind, Digest subject) throws RefusedException {
    String tag = AttachedTag.of(options.tagPrefix(), subject, kind);
    List<Candidate> found = new ArrayList<>();
    for (Stored stored : Troubles.telling(() -> shelf.tagged(kind, tag))) {
      if (Troubles.telling(() -> stored.document(limits)) instanceof Manifest manifest) {
        found.add(
            new Candidate(kind, stored.descriptor().digest(), manifest.layers(), Optional.empty()));
      } else {
        throw new RefusedException(
            FailureClass.PARSE, shelf.at(tag) + ": an index where a manifest was expected");
      }
    }
    return found;
  }

  /// Lists and reads the manifests that refer to an image.
  Listing referring(Digest subject) throws RefusedException {
    List<Descriptor> listed = Troubles.telling(() -> shelf.referrers(subject));
    Set<Digest> seen = new LinkedHashSet<>();
    List<Descriptor> once = listed.stream().filter(each -> seen.add(each.digest())).toList();
    if (once.size() > REFERRERS) {
      throw new RefusedException(
          FailureClass.LIMIT,
          "%s: more than %d manifests refer to it".formatted(shelf.at(subject), REFERRERS));
    }
    List<Descriptor> readable =
        once.stream()
            .filter(each -> MediaTypes.isImage(each.mediaType()) && each.size() <= REFERRER_SIZE)
            .toList();
    List<Optional<Candidate>> read =
        Troubles.telling(
            () -> Downloads.all(readable, options.workers(), each -> candidate(each, subject)));
    List<Candidate> candidates = read.stream().flatMap(Optional::stream).toList();
    return new Listing(candidates, once.size() - candidates.size());
  }

  private Optional<Candidate> candidate(Descriptor listed, Digest subject) {
    try {
      Stored stored = shelf.manifest(listed);
      return Referring.read(stored, subject, limits)
          .map(found ->
              new Candidate(found.kind(), found.carrier(), found.layers(), Optional.empty()));
    } catch (IOException e) {
      Refusal refusal = Troubles.refusal(e);
      return refusal.kind() == FailureClass.TRANSPORT
          ? Optional.of(
              new Candidate(Kind.BUNDLE, listed.digest(), List.of(), Optional.of(refusal)))
          : Optional.empty();
    }
  }

  private List<Found> contents(Kind kind, List<Candidate> candidates) throws IOException {
    List<Wanted> wanted = new ArrayList<>();
    long budget = 2 * options.contentLimit();
    for (Candidate candidate : candidates) {
      if (candidate.trouble().isPresent()) {
        Descriptor unknown = Descriptor.of("", candidate.carrier(), 0);
        wanted.add(new Wanted(candidate.kind(), candidate.carrier(), unknown, candidate.trouble()));
      }
      for (Descriptor layer : candidate.layers()) {
        boolean affordable = layer.size() <= options.contentLimit() && layer.size() <= budget;
        budget -= affordable ? layer.size() : 0;
        Optional<Refusal> tooMuch = affordable ? Optional.empty() : Optional.of(tooMuch(layer));
        wanted.add(new Wanted(candidate.kind(), candidate.carrier(), layer, tooMuch));
      }
    }
    if (wanted.size() > LAYERS) {
      throw new RefusedException(
          FailureClass.LIMIT,
          "%s: number of layers (%d) exceeded the limit (%d) for one image"
              .formatted(kind.word(), wanted.size(), LAYERS));
    }
    return Downloads.all(wanted, options.workers(), this::content);
  }

  private Refusal tooMuch(Descriptor layer) {
    return Refusal.of(
        FailureClass.LIMIT,
        "layer %s: %d bytes are more than the limit of %d for one, or of twice that for all"
            .formatted(layer.digest(), layer.size(), options.contentLimit()));
  }

  private Found content(Wanted wanted) {
    Descriptor layer = wanted.layer();
    if (wanted.refusal().isPresent()) {
      return new Found.Damaged(wanted.kind(), wanted.carrier(), layer, wanted.refusal().get());
    }
    try (InputStream in = shelf.blob(layer)) {
      byte[] content = in.readNBytes(Math.toIntExact(layer.size() + 1));
      layer.verify("layer " + layer.digest(), content);
      return new Found.Whole(wanted.kind(), wanted.carrier(), layer, Bytes.of(content));
    } catch (IOException e) {
      Refusal refusal = Troubles.refusal(e);
      // What a manifest names must be there.
      return new Found.Damaged(
          wanted.kind(),
          wanted.carrier(),
          layer,
          refusal.kind() == FailureClass.NOT_FOUND
              ? Refusal.of(FailureClass.TRANSPORT, refusal.message())
              : refusal);
    }
  }
}
