package dev.landwaiter.base.version;

import java.util.List;
import java.util.Optional;

/// What stands before `.*` in a specifier: versions that start so are meant (PEP 440, "Version
/// matching").
record Pep440Prefix(Pep440Version start) {
  static Pep440Prefix parse(String text) throws InvalidVersionException {
    Pep440Version start = Pep440Version.parse(text);
    if (start.dev().isPresent() || !start.local().isEmpty()) {
      throw InvalidVersionException.about("prefix of a version", text);
    }
    return new Pep440Prefix(start);
  }

  /// The prefix that `~=` means: the release without its last number, no suffix.
  static Pep440Prefix compatible(Pep440Version version) throws InvalidVersionException {
    int kept = version.release().size() - 1;
    if (kept == 0) {
      throw new InvalidVersionException("\"~=\" needs a release of at least two numbers");
    }
    return new Pep440Prefix(
        new Pep440Version(
            version.epoch(),
            version.release().subList(0, kept),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of()));
  }

  boolean startOf(Pep440Version version) {
    if (Digits.compare(start.epoch(), version.epoch()) != 0) {
      return false;
    }
    boolean suffixed = start.pre().isPresent() || start.post().isPresent();
    if (suffixed) {
      return start.compareBase(version) == 0 && sameSuffix(version);
    }
    for (int i = 0; i < start.release().size(); i++) {
      String number = i < version.release().size() ? version.release().get(i) : "";
      if (Digits.compare(start.release().get(i), number) != 0) {
        return false;
      }
    }
    return true;
  }

  private boolean sameSuffix(Pep440Version version) {
    boolean samePre =
        start.pre().isPresent()
            ? version.pre().filter(pre -> pre.compareTo(start.pre().get()) == 0).isPresent()
            : version.pre().isEmpty();
    return samePre
        && (start.post().isEmpty()
            || version.post().filter(p -> Digits.compare(p, start.post().get()) == 0).isPresent());
  }
}
