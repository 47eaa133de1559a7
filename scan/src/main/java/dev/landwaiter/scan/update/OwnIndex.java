package dev.landwaiter.scan.update;

import java.time.Duration;
import java.time.Instant;

/// Our own index as it is published: one gzipped file in an OCI artifact, in the place of Trivy's
/// database.
final class OwnIndex {
  /// Its name in the cache, beside which Trivy's file does not stay.
  static final String FILE = "landwaiter.idx";

  static final String ARTIFACT_TYPE = "application/vnd.landwaiter.index.v1";
  static final String LAYER_TYPE = "application/vnd.landwaiter.index.layer.v1+gzip";
  static final String TITLE = FILE + ".gz";

  private static final Duration LIFETIME = Duration.ofHours(24);

  private OwnIndex() {}

  /// When a newer one may be expected.
  static Instant nextUpdate(Instant created) {
    return created.plus(LIFETIME);
  }
}
