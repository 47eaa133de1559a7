package dev.landwaiter.base.version;

/// Strict Semantic Versioning 2.0.0, as npm's packages are ordered: three numbers, no `v`.
public final class SemverOrder implements VersionOrder {
  @Override
  public String id() {
    return "npm";
  }

  @Override
  public int compare(String left, String right) throws InvalidVersionException {
    return parse(left).compareTo(parse(right));
  }

  static DottedVersion parse(String text) throws InvalidVersionException {
    DottedVersion version = DottedVersion.parse(text, "semantic version");
    if (version.numbers().size() != 3 || version.padded()) {
      throw InvalidVersionException.about("semantic version", text);
    }
    return version;
  }
}
