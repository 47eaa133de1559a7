package dev.landwaiter.signing.store;

import java.time.Instant;

/// What the manifest of a bundle says about it.
///
/// @param content `dsse-envelope` or `message-signature`
/// @param predicateType of the statement, or empty
/// @param created is written in whole seconds
public record BundleFacts(String content, String predicateType, Instant created) {
  public static final String ENVELOPE = "dsse-envelope";
  public static final String CONTENT_ANNOTATION = "dev.sigstore.bundle.content";
  public static final String PREDICATE_ANNOTATION = "dev.sigstore.bundle.predicateType";
  public static final String CREATED_ANNOTATION = "org.opencontainers.image.created";

  /// The media type of bundles that are written.
  public static final String BUNDLE_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";

  /// What the media types of all bundles begin with.
  public static final String BUNDLE_TYPES = "application/vnd.dev.sigstore.bundle";
}
