package dev.landwaiter.inventory.database.rpm;

import dev.landwaiter.base.finding.Evr;
import dev.landwaiter.base.finding.Source;

/// Reads the name of a source package's file, `NAME-VERSION-RELEASE.src.rpm`.
final class SourceRpm {
  private SourceRpm() {}

  /// No source when the text has another form. rpm's databases do not say the source's epoch; it is
  /// taken to be that of the binary package.
  static Source parse(String file, int epoch) {
    String text = file.endsWith(".rpm") ? file.substring(0, file.length() - 4) : file;
    int arch = text.lastIndexOf('.');
    int release = arch < 0 ? -1 : text.lastIndexOf('-', arch - 1);
    int version = release <= 0 ? -1 : text.lastIndexOf('-', release - 1);
    if (version <= 0) {
      return Source.NONE;
    }
    return new Source(
        text.substring(0, version),
        new Evr(epoch, text.substring(version + 1, release), text.substring(release + 1, arch)));
  }
}
