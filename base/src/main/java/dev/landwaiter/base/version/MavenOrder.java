package dev.landwaiter.base.version;

/// The order of Maven artifacts (Maven's POM reference, "Version Order Specification").
public final class MavenOrder implements VersionOrder {
  @Override
  public String id() {
    return "maven";
  }

  @Override
  public int compare(String left, String right) throws InvalidVersionException {
    return MavenVersion.parse(left).compareTo(MavenVersion.parse(right));
  }

  @Override
  public boolean valid(String version) {
    return !version.isBlank();
  }
}
