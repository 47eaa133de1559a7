package dev.landwaiter.base.version;

/// The order of Go modules: Semantic Versioning with an optional `v`, shortened to one or two
/// numbers where wanted (golang.org/x/mod/semver).
public final class GoOrder implements VersionOrder {
  @Override
  public String id() {
    return "go";
  }

  @Override
  public int compare(String left, String right) throws InvalidVersionException {
    return parse(left).compareTo(parse(right));
  }

  private static DottedVersion parse(String text) throws InvalidVersionException {
    String bare = text.startsWith("v") ? text.substring(1) : text;
    DottedVersion version = DottedVersion.parse(bare, "Go version");
    int numbers = version.numbers().size();
    boolean decorated = !version.preRelease().isEmpty() || !version.build().isEmpty();
    if (numbers > 3 || (numbers < 3 && decorated) || version.padded()) {
      throw InvalidVersionException.about("Go version", text);
    }
    return version;
  }
}
