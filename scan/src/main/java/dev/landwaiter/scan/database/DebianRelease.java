package dev.landwaiter.scan.database;

import java.util.Optional;

/// Debian's releases that a database can be built for.
public enum DebianRelease {
  BUSTER("buster", 10),
  BULLSEYE("bullseye", 11),
  BOOKWORM("bookworm", 12),
  TRIXIE("trixie", 13);

  private final String codename;
  private final int number;

  DebianRelease(String codename, int number) {
    this.codename = codename;
    this.number = number;
  }

  /// The release of a suite such as `bookworm` or `bookworm-security`.
  public static Optional<DebianRelease> ofSuite(String suite) {
    for (DebianRelease release : values()) {
      if (suite.equals(release.codename) || suite.equals(release.securitySuite())) {
        return Optional.of(release);
      }
    }
    return Optional.empty();
  }

  /// The release that an `os-release` names by its number.
  public static Optional<DebianRelease> numbered(String number) {
    for (DebianRelease release : values()) {
      if (number.equals(Integer.toString(release.number))) {
        return Optional.of(release);
      }
    }
    return Optional.empty();
  }

  public String codename() {
    return codename;
  }

  /// The suite of its security archive, such as `bookworm-security`.
  public String securitySuite() {
    return codename + "-security";
  }

  /// The bucket of its advisories, such as `debian 12`.
  public String bucket() {
    return "debian " + number;
  }
}
