package dev.landwaiter.base.version;

/// The order of Python packages (PEP 440).
public final class Pep440Order implements VersionOrder {
  @Override
  public String id() {
    return "pep440";
  }

  @Override
  public int compare(String left, String right) throws InvalidVersionException {
    return Pep440Version.parse(left).compareTo(Pep440Version.parse(right));
  }
}
