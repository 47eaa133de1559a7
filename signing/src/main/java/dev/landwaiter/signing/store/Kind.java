package dev.landwaiter.signing.store;

import java.util.Locale;

/// What may belong to an image.
public enum Kind {
  /// A layer of simple signing under the tag with the suffix `.sig`.
  SIGNATURE(".sig", "dev.cosignproject.cosign/sigs"),
  /// A layer with a DSSE envelope under the tag with the suffix `.att`.
  ATTESTATION(".att", "dev.cosignproject.cosign/atts"),
  /// A layer with an inventory under the tag with the suffix `.sbom`.
  SBOM(".sbom", "dev.cosignproject.cosign/sboms"),
  /// A Sigstore bundle in a manifest of its own that names the image as its subject.
  BUNDLE("", "");

  /// The annotation in the index of a layout that tells what an entry is.
  public static final String ANNOTATION = "kind";

  /// The value of [#ANNOTATION] for the image itself.
  public static final String IMAGE = "dev.cosignproject.cosign/image";

  /// The value of [#ANNOTATION] for an image of several platforms.
  public static final String IMAGE_INDEX = "dev.cosignproject.cosign/imageIndex";

  private final String suffix;
  private final String layoutKind;

  Kind(String suffix, String layoutKind) {
    this.suffix = suffix;
    this.layoutKind = layoutKind;
  }

  /// The end of its tag; empty for bundles, which have none.
  public String suffix() {
    return suffix;
  }

  /// The value of [#ANNOTATION] in layouts, or empty.
  public String layoutKind() {
    return layoutKind;
  }

  /// For messages.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
