package dev.landwaiter.base.version;

/// The order of RPM packages: epoch, version, release, each by segments (rpm-version(7)).
public final class RpmOrder implements VersionOrder {
  @Override
  public String id() {
    return "rpm";
  }

  @Override
  public int compare(String left, String right) throws InvalidVersionException {
    String a = checked(left);
    String b = checked(right);
    int aColon = a.indexOf(':');
    int bColon = b.indexOf(':');
    int byEpoch = Digits.compare(a, 0, epochEnd(a, aColon), b, 0, epochEnd(b, bColon));
    if (byEpoch != 0) {
      return byEpoch;
    }
    int aEnd = versionEnd(a, aColon + 1);
    int bEnd = versionEnd(b, bColon + 1);
    int byVersion = RpmSegments.compare(a, aColon + 1, aEnd, b, bColon + 1, bEnd);
    if (byVersion != 0) {
      return byVersion;
    }
    return RpmSegments.compare(
        a,
        Math.min(aEnd + 1, a.length()),
        a.length(),
        b,
        Math.min(bEnd + 1, b.length()),
        b.length());
  }

  @Override
  public boolean valid(String version) {
    return !version.isBlank();
  }

  private static String checked(String version) throws InvalidVersionException {
    String text = version.strip();
    if (text.isEmpty()) {
      throw InvalidVersionException.about("RPM version", version);
    }
    return text;
  }

  /// An epoch that is no number counts as 0, as an empty range of digits does.
  private static int epochEnd(String text, int colon) {
    return colon > 0 && Digits.all(text, 0, colon) ? colon : 0;
  }

  private static int versionEnd(String text, int from) {
    int dash = text.indexOf('-', from);
    return dash < 0 ? text.length() : dash;
  }
}
