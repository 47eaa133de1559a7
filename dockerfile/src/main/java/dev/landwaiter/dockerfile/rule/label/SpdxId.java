package dev.landwaiter.dockerfile.rule.label;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/// The id of a licence in the SPDX list.
public final class SpdxId {
  private SpdxId() {}

  /// Whether the list holds it in this very spelling; ids that are out of use do not count, nor do
  /// those that came after version 3.23 of the list.
  public static boolean valid(String text) {
    return Ids.ALL.contains(text);
  }

  /// Read when the first id is asked for.
  private static final class Ids {
    private static final Set<String> ALL = read();

    private static Set<String> read() {
      try (InputStream stream =
          Objects.requireNonNull(SpdxId.class.getResourceAsStream("spdx.txt"))) {
        return Set.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
