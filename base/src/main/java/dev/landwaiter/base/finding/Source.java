package dev.landwaiter.base.finding;

/// The source package that a binary package was built from; empty name when unknown.
public record Source(String name, Evr evr) {
  public static final Source NONE = new Source("", Evr.NONE);
}
