package dev.landwaiter.base.version;

/// The order of Alpine packages (apk-package(5), section "Package version").
public final class ApkOrder implements VersionOrder {
  @Override
  public String id() {
    return "apk";
  }

  @Override
  public int compare(String left, String right) throws InvalidVersionException {
    check(left);
    check(right);
    ApkToken a = new ApkToken(left);
    ApkToken b = new ApkToken(right);
    while (a.kind() == b.kind()) {
      int byValue = a.compareValue(b);
      if (byValue != 0 || a.kind() == ApkToken.Kind.END) {
        return byValue;
      }
      a.advance();
      b.advance();
    }
    if (preRelease(a)) {
      return -1;
    }
    if (preRelease(b)) {
      return 1;
    }
    return b.kind().compareTo(a.kind());
  }

  @Override
  public boolean valid(String version) {
    ApkToken token = new ApkToken(version);
    while (token.kind() != ApkToken.Kind.END && token.kind() != ApkToken.Kind.INVALID) {
      token.advance();
    }
    return token.kind() == ApkToken.Kind.END;
  }

  private void check(String version) throws InvalidVersionException {
    if (!valid(version)) {
      throw InvalidVersionException.about("apk version", version);
    }
  }

  private static boolean preRelease(ApkToken token) {
    return token.kind() == ApkToken.Kind.SUFFIX && token.suffixValue() < 0;
  }
}
