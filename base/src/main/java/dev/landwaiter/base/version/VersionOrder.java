package dev.landwaiter.base.version;

/// The order of one ecosystem's versions.
public interface VersionOrder {
  /// Name of the order, such as `deb`.
  String id();

  /// Compares two versions: negative when the first is older, 0 when they are equal in this order.
  ///
  /// @throws InvalidVersionException when one of the texts is no version of this ecosystem
  int compare(String left, String right) throws InvalidVersionException;

  /// Whether the text is a version of this ecosystem: whether it can be compared, with itself if
  /// with nothing else.
  default boolean valid(String version) {
    try {
      return compare(version, version) == 0;
    } catch (InvalidVersionException e) {
      return false;
    }
  }
}
