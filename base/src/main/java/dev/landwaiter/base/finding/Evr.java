package dev.landwaiter.base.finding;

/// Epoch, version and release as distributions number their packages; language packages use the
/// version alone.
public record Evr(int epoch, String version, String release) {
  public static final Evr NONE = new Evr(0, "", "");

  public static Evr of(String version) {
    return new Evr(0, version, "");
  }

  /// `[EPOCH:]VERSION[-RELEASE]`, the epoch left out when 0; empty when there is no version.
  public String text() {
    if (version.isEmpty()) {
      return "";
    }
    return (epoch > 0 ? epoch + ":" : "") + version + (release.isEmpty() ? "" : "-" + release);
  }
}
