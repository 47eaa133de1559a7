package dev.landwaiter.base.finding;

/// Who made a package and how it is known.
///
/// @param maintainer as the package database names it
/// @param repositoryClass `official`, `third-party`, or empty
/// @param modularityLabel of an rpm module, or empty
/// @param digest of the package file, `ALGORITHM:HEX`, or empty
/// @param analyzedBy the id of the analyzer that found it
public record Provenance(
    String maintainer,
    String repositoryClass,
    String modularityLabel,
    BuildInfo buildInfo,
    String digest,
    String analyzedBy) {
  public static final String OFFICIAL = "official";
  public static final String THIRD_PARTY = "third-party";
  public static final Provenance NONE = new Provenance("", "", "", BuildInfo.NONE, "", "");

  public static Provenance by(String analyzer) {
    return new Provenance("", "", "", BuildInfo.NONE, "", analyzer);
  }

  public Provenance withBuildInfo(BuildInfo info) {
    return new Provenance(maintainer, repositoryClass, modularityLabel, info, digest, analyzedBy);
  }
}
