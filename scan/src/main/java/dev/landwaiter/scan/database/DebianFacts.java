package dev.landwaiter.scan.database;

import dev.landwaiter.vulnerability.FactSink;
import dev.landwaiter.vulnerability.source.Changelog;
import dev.landwaiter.vulnerability.source.ChangelogEntry;
import dev.landwaiter.vulnerability.source.ChangelogFacts;
import dev.landwaiter.vulnerability.source.ChangelogFix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Turns the changelogs of one release's source packages into facts of its bucket.
final class DebianFacts {
  private static final String SOURCE =
      "{\"ID\":\"debian-changelog\",\"Name\":\"Changelogs of Debian packages\"}";

  private final DebianRelease release;
  private final FactSink sink;
  private long count;

  DebianFacts(DebianRelease release, FactSink sink) {
    this.release = release;
    this.sink = sink;
    sink.accept("data-source", "", release.bucket(), json(SOURCE));
  }

  long count() {
    return count;
  }

  /// Takes a changelog.
  ///
  /// @throws IOException when it exceeds a limit
  void changelog(String sourcePackage, byte[] text) throws IOException {
    entries(sourcePackage, Changelog.read("the changelog of " + sourcePackage, text));
  }

  void entries(String sourcePackage, List<ChangelogEntry> entries) {
    for (ChangelogFix fix : ChangelogFacts.of(entries).values()) {
      // The characters of a version need no escapes.
      sink.accept(
          release.bucket(),
          sourcePackage,
          fix.cve(),
          json("{\"FixedVersion\":\"" + fix.version() + "\"}"));
      count++;
    }
  }

  private static byte[] json(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
