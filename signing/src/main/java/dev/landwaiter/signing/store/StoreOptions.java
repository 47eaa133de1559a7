package dev.landwaiter.signing.store;

import dev.landwaiter.oci.Reference;
import java.time.Instant;
import java.util.Optional;

/// How signatures are looked for and written.
///
/// @param repository the repository that holds the signatures in place of the image's own
///   (`COSIGN_REPOSITORY`); its tag and digest play no part
/// @param tagPrefix in front of the tags of the older forms, or empty
/// @param dockerTypes whether a new tag image gets Docker's media types
///   (`COSIGN_DOCKER_MEDIA_TYPES`)
/// @param legacyReferrers whether the older forms are written as referrers instead of under tags
///   (`--registry-referrers-mode oci-1-1`)
/// @param contentLimit the most bytes of one signature, attestation or bundle
///   (`COSIGN_MAX_ATTACHMENT_SIZE`)
/// @param workers how many downloads run at once
/// @param created what new tag images say about when they were made; cosign's zero time when empty
public record StoreOptions(
    Optional<Reference> repository,
    String tagPrefix,
    boolean dockerTypes,
    boolean legacyReferrers,
    long contentLimit,
    int workers,
    Optional<Instant> created) {
  /// 128 MiB.
  public static final long CONTENT_LIMIT = 134_217_728;

  public static final StoreOptions STANDARD =
      new StoreOptions(Optional.empty(), "", false, false, CONTENT_LIMIT, 10, Optional.empty());

  /// What one array can hold at most is the most for one content.
  public StoreOptions {
    contentLimit = Math.clamp(contentLimit, 1, 1 << 30);
    workers = Math.clamp(workers, 1, 100);
  }

  /// The same with another text in front of tags.
  public StoreOptions withTagPrefix(String prefix) {
    return new StoreOptions(
        repository, prefix, dockerTypes, legacyReferrers, contentLimit, workers, created);
  }

  /// The same with another number of downloads at once.
  public StoreOptions withWorkers(int number) {
    return new StoreOptions(
        repository, tagPrefix, dockerTypes, legacyReferrers, contentLimit, number, created);
  }

  /// The same with the older forms written as referrers, or not.
  public StoreOptions withLegacyReferrers(boolean referrers) {
    return new StoreOptions(
        repository, tagPrefix, dockerTypes, referrers, contentLimit, workers, created);
  }

  /// The same with what new tag images say about their time.
  public StoreOptions withCreated(Optional<Instant> time) {
    return new StoreOptions(
        repository, tagPrefix, dockerTypes, legacyReferrers, contentLimit, workers, time);
  }
}
