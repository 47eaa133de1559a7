package dev.landwaiter.base.version;

/// The tolerant order for ecosystems without a matcher of their own: cargo, composer, go, nuget,
/// pub, hex, conan, swift, julia, Kubernetes.
public final class GenericOrder implements VersionOrder {
  @Override
  public String id() {
    return "generic";
  }

  @Override
  public int compare(String left, String right) throws InvalidVersionException {
    return GenericVersion.parse(left).compareTo(GenericVersion.parse(right));
  }
}
