package dev.landwaiter.dockerfile;

/// Whether findings of a rule can be mended by a program.
public enum Fixable {
  NO,
  /// A change is shown, which people have to judge.
  SHOWN,
  /// A change is written into the file, where it surely leaves everything else the same.
  WRITTEN
}
