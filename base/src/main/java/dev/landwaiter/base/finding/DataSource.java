package dev.landwaiter.base.finding;

/// Who published an advisory.
///
/// @param baseId the source that a supplier's data builds on, or empty
public record DataSource(String id, String name, String url, String baseId) {
  public static final DataSource NONE = new DataSource("", "", "", "");

  /// Whether the publisher is not known.
  public boolean isEmpty() {
    return id.isEmpty() && name.isEmpty() && url.isEmpty() && baseId.isEmpty();
  }
}
