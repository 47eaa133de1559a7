package dev.landwaiter.oci;

import java.util.Locale;

/// What is bounded while images are read, with the bound that holds unless another is asked for.
public enum Limit {
  LAYERS(1_000, "layers in one image"),
  ENTRIES_PER_LAYER(2_000_000, "entries in one layer"),
  BYTES_PER_LAYER(64L << 30, "uncompressed bytes in one layer"),
  /// Holds only beyond [#RATIO_FREE_BYTES]: small layers of zeros are harmless and real.
  RATIO(250, "uncompressed bytes for each compressed byte"),
  RATIO_FREE_BYTES(1L << 30, "uncompressed bytes before the ratio is judged"),
  PATH_LENGTH(4_096, "characters in one path"),
  PATH_DEPTH(512, "components in one path"),
  TAR_HEADER(1 << 20, "bytes in one extended tar header"),
  KEPT_FILE(256 << 20, "bytes in one file that is read"),
  LINK_DEPTH(40, "links from one file to the next"),
  MANIFEST(4 << 20, "bytes in one manifest or index"),
  CONFIG(8 << 20, "bytes in one image configuration"),
  INDEX_DEPTH(4, "indexes inside one another"),
  PAGES(2_000, "pages in one listing of a registry"),
  LISTED(1_000_000, "entries in one listing of a registry"),
  COPIED_MANIFESTS(10_000, "manifests in one copy"),
  BYTES_PER_COPY(1L << 40, "bytes in one copy"),
  ARCHIVE_ENTRIES(200_000, "entries in one image archive"),
  BYTES_PER_ARCHIVE(256L << 30, "uncompressed bytes in one image archive");

  private final long standard;
  private final String meaning;

  Limit(long standard, String meaning) {
    this.standard = standard;
    this.meaning = meaning;
  }

  /// The bound that holds unless another is asked for.
  public long standard() {
    return standard;
  }

  /// What is counted: `layers in one image`.
  public String meaning() {
    return meaning;
  }

  /// The name in messages: `path-length`.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
