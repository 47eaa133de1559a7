package dev.landwaiter.cli.flag;

/// How far a flag is built.
public enum Support {
  /// It does what it says.
  BUILT,
  /// It switches off something this program does not do at all.
  NEEDLESS,
  /// It asks for something not built yet; the run goes on without and says so.
  LATER,
  /// It asks for something not built yet without which the result would be wrong; the run ends.
  REFUSED
}
