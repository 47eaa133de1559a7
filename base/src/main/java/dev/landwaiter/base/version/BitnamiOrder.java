package dev.landwaiter.base.version;

/// The order of Bitnami's packages: `1.2.3-4`, where a revision is newer than none.
public final class BitnamiOrder implements VersionOrder {
  @Override
  public String id() {
    return "bitnami";
  }

  @Override
  public int compare(String left, String right) throws InvalidVersionException {
    return compare(parse(left), parse(right));
  }

  /// The revision is in place of the pre-release.
  static DottedVersion parse(String text) throws InvalidVersionException {
    DottedVersion version = DottedVersion.parse(text, "Bitnami version");
    String revision = version.preRelease();
    if (version.numbers().size() != 3 || !(revision.isEmpty() || Digits.all(revision))) {
      throw InvalidVersionException.about("Bitnami version", text);
    }
    return version;
  }

  static int compare(DottedVersion a, DottedVersion b) {
    int byNumbers = DottedVersion.comparePadded(a.numbers(), b.numbers());
    if (byNumbers != 0) {
      return byNumbers;
    }
    int byRevision = Boolean.compare(!a.preRelease().isEmpty(), !b.preRelease().isEmpty());
    return byRevision != 0 ? byRevision : Digits.compare(a.preRelease(), b.preRelease());
  }
}
