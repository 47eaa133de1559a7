package dev.landwaiter.base.version;

/// The order of Dart's pub packages: Semantic Versioning in which the build counts too.
public final class PubOrder implements VersionOrder {
  @Override
  public String id() {
    return "pub";
  }

  @Override
  public int compare(String left, String right) throws InvalidVersionException {
    DottedVersion a = parse(left);
    DottedVersion b = parse(right);
    int byPrecedence = a.compareTo(b);
    if (byPrecedence != 0) {
      return byPrecedence;
    }
    if (a.build().isEmpty() || b.build().isEmpty()) {
      return Boolean.compare(!a.build().isEmpty(), !b.build().isEmpty());
    }
    return Identifiers.compare(a.build(), b.build());
  }

  private static DottedVersion parse(String text) throws InvalidVersionException {
    String bare = text.startsWith("v") ? text.substring(1) : text;
    DottedVersion version = DottedVersion.parse(bare, "pub version");
    if (version.numbers().size() != 3) {
      throw InvalidVersionException.about("pub version", text);
    }
    return version;
  }
}
