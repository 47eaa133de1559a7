package dev.landwaiter.dockerfile.output.classic;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.dockerfile.Level;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;

/// An issue in the form of Code Climate.
record Issue(Entry entry) {
  void write(JsonWriter json) throws IOException {
    write(json, "");
  }

  /// With a fingerprint: the SHA-1 of the issue without it, in hexadecimal digits.
  void writeWithFingerprint(JsonWriter json) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var plain = new JsonWriter(bytes, ClassicJson.STYLE);
    write(plain);
    plain.flush();
    byte[] hash = Digest.newHash("SHA-1").digest(bytes.toByteArray());
    write(json, HexFormat.of().formatHex(hash));
  }

  private void write(JsonWriter json, String fingerprint) throws IOException {
    json.beginObject().name("categories").beginArray().value("Bug Risk").endArray();
    json.name("check_name").value(entry.finding().id());
    json.name("description").value(entry.explained());
    json.field("fingerprint", fingerprint);
    json.name("location").beginObject();
    if (entry.unreadable()) {
      json.name("path").value(entry.file());
      json.name("positions").beginObject();
      place(json, "begin", entry.start());
      place(json, "end", entry.end());
      json.endObject();
    } else {
      json.name("lines").beginObject();
      json.name("begin").value(entry.line()).name("end").value(lastLine()).endObject();
      json.name("path").value(entry.shown());
    }
    json.endObject();
    json.name("severity").value(severity(entry.finding().level()));
    json.name("type").value("issue").endObject();
  }

  private int lastLine() {
    return entry.options().classic() ? entry.line() : entry.finding().span().lastLine();
  }

  private static void place(JsonWriter json, String name, Position place) throws IOException {
    json.name(name).beginObject();
    json.name("column").value(place.column()).name("line").value(place.line()).endObject();
  }

  private static String severity(Level level) {
    return switch (level) {
      case ERROR -> "blocker";
      case WARNING -> "major";
      case INFO -> "info";
      case STYLE, IGNORE -> "minor";
    };
  }
}
