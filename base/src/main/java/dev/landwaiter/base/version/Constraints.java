package dev.landwaiter.base.version;

/// The language in which an ecosystem says which versions are meant.
public interface Constraints {
  /// Name of the language, such as `pep440`.
  String id();

  /// Whether the version is one of those the constraint means; pre-releases take part.
  ///
  /// @throws InvalidVersionException when one of the texts cannot be read
  boolean matches(String constraint, String version) throws InvalidVersionException;
}
