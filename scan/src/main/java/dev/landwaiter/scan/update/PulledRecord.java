package dev.landwaiter.scan.update;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was put into a folder of the cache, and from where: the file `landwaiter.json` beside the
/// database.
///
/// @param origin the reference that was pulled, or the file that was imported
/// @param manifest digest of the artifact's manifest, where there is one
/// @param digests of the database file: the one that is there, and while files are swapped also the
///   one that was there before
public record PulledRecord(
    String origin, Optional<Digest> manifest, Instant when, List<Digest> digests) {
  static final String FILE = "landwaiter.json";
  private static final int SIZE_LIMIT = 64 << 10;

  public PulledRecord {
    digests = List.copyOf(digests);
  }

  /// The record in a folder; none where there is no readable one.
  public static Optional<PulledRecord> read(Path folder) {
    Path file = folder.resolve(FILE);
    try (InputStream stream = Files.newInputStream(file)) {
      Value value = Json.parse(file.toString(), stream.readNBytes(SIZE_LIMIT));
      List<Digest> digests =
          value.get("Digests").map(Value::elements).orElse(List.of()).stream()
              .flatMap(digest -> Digest.parse(digest.asText()).stream())
              .toList();
      return Optional.of(
              new PulledRecord(
                  value.text("Origin"),
                  Digest.parse(value.text("Manifest")),
                  Instant.parse(value.text("When")),
                  digests))
          .filter(record -> !record.digests().isEmpty());
    } catch (IOException | FormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  byte[] toJson() {
    Map<Value, Value> members = new LinkedHashMap<>();
    members.put(new StringValue("Origin"), new StringValue(origin));
    manifest.ifPresent(
        digest -> members.put(new StringValue("Manifest"), new StringValue(digest.toString())));
    members.put(new StringValue("When"), new StringValue(when.toString()));
    members.put(
        new StringValue("Digests"),
        new ArrayValue(
            digests.stream().<Value>map(digest -> new StringValue(digest.toString())).toList()));
    String text = JsonWriter.toText(new ObjectValue(members), JsonStyle.INDENTED) + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// The digest of a file.
  public static Digest digest(Path file) throws IOException {
    var hash = Digest.newSha256();
    try (InputStream in = Files.newInputStream(file);
        var hashed = new DigestInputStream(in, hash)) {
      hashed.transferTo(OutputStream.nullOutputStream());
    }
    return Digest.ofSha256(hash.digest());
  }
}
