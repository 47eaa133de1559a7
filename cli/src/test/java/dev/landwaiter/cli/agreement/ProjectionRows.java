package dev.landwaiter.cli.agreement;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.vulnerability.FactSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import us.springett.cvss.Cvss;

/// The rows of [Projection] while they add up.
final class ProjectionRows {
  private static final List<String> WORDS = List.of("UNKNOWN", "LOW", "MEDIUM", "HIGH", "CRITICAL");

  private final Map<Place, Row> rows = new LinkedHashMap<>();
  private final Map<String, Detail> details = new LinkedHashMap<>();

  private record Place(String bucket, String group, String key) {}

  private static final class Row {
    private String fixed = "";
    private String vendorId = "";
    private Optional<List<String>> vulnerable = Optional.empty();
    private Optional<List<String>> patched = Optional.empty();
    private Optional<List<String>> unaffected = Optional.empty();
  }

  private static final class Detail {
    private String title = "";
    private Optional<Integer> severity = Optional.empty();
    private final Map<String, Integer> severities = new TreeMap<>();
    private final Map<String, String> vectors = new TreeMap<>();
    private final Map<String, Double> scores = new HashMap<>();
  }

  /// The number of a word, in which advisories say how bad something is.
  static Optional<Integer> severity(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "LOW", "NEGLIGIBLE" -> Optional.of(1);
      case "MEDIUM", "MODERATE" -> Optional.of(2);
      case "HIGH", "IMPORTANT" -> Optional.of(3);
      case "CRITICAL" -> Optional.of(4);
      default -> Optional.empty();
    };
  }

  /// The number for a score.
  static int severity(double score) {
    return score >= 9 ? 4 : score >= 7 ? 3 : score >= 4 ? 2 : score > 0 ? 1 : 0;
  }

  void fixed(String bucket, String group, String key, String version, String vendorId) {
    rows.computeIfAbsent(
        new Place(bucket, group, key),
        _ -> {
          var row = new Row();
          row.fixed = version;
          row.vendorId = vendorId;
          return row;
        });
  }

  private Row row(String bucket, String group, String key) {
    return rows.computeIfAbsent(new Place(bucket, group, key), _ -> new Row());
  }

  void constraints(
      String bucket, String group, String key, List<String> vulnerable, List<String> patched) {
    Row row = row(bucket, group, key);
    row.vulnerable = Optional.of(together(row.vulnerable, vulnerable));
    row.patched = Optional.of(together(row.patched, patched));
  }

  void patched(String bucket, String group, String key, List<String> versions) {
    Row row = row(bucket, group, key);
    row.patched = Optional.of(together(row.patched, versions));
  }

  void unaffected(String bucket, String group, String key, List<String> versions) {
    row(bucket, group, key).unaffected = Optional.of(versions);
  }

  /// The first line's list stays as it is, others add what is new.
  private static List<String> together(Optional<List<String>> known, List<String> more) {
    if (known.isEmpty()) {
      return more;
    }
    List<String> all = new ArrayList<>(known.get());
    more.stream().filter(text -> !all.contains(text)).forEach(all::add);
    return all;
  }

  /// What a line says of a vulnerability; the first title stays, the last rating of a source.
  void detail(String id, String source, String title, Optional<Integer> rated, String vector) {
    Detail detail = details.computeIfAbsent(id, _ -> new Detail());
    if (detail.title.isEmpty()) {
      detail.title = title;
    }
    Optional<Integer> severity = rated;
    if (vector.startsWith("CVSS:3")) {
      Cvss cvss = Cvss.fromVector(vector);
      if (cvss != null) {
        double score = cvss.calculateScore().getBaseScore();
        detail.vectors.put(source, vector);
        detail.scores.put(source, score);
        severity = rated.or(() -> Optional.of(severity(score)));
      }
    }
    if (severity.isPresent()) {
      detail.severities.put(source, severity.get());
      detail.severity = detail.severity.or(() -> Optional.of(detail.severities.get(source)));
    }
  }

  void hand(FactSink sink) {
    rows.forEach((place, row) ->
        sink.accept(place.bucket, place.group, place.key, json(json -> write(json, row))));
    details.forEach(
        (id, detail) -> sink.accept("vulnerability", "", id, json(json -> write(json, detail))));
  }

  private interface Content {
    void write(JsonWriter json) throws IOException;
  }

  private static byte[] json(Content content) {
    var bytes = new ByteArrayOutputStream();
    var json = new JsonWriter(bytes, JsonStyle.COMPACT.withoutHtmlEscapes());
    try {
      json.beginObject();
      content.write(json);
      json.endObject().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonWriter json, Row row) throws IOException {
    json.field("FixedVersion", row.fixed);
    if (!row.vendorId.isEmpty()) {
      texts(json, "VendorIDs", Optional.of(List.of(row.vendorId)));
    }
    texts(json, "PatchedVersions", row.patched);
    texts(json, "UnaffectedVersions", row.unaffected);
    texts(json, "VulnerableVersions", row.vulnerable);
  }

  private static void texts(JsonWriter json, String name, Optional<List<String>> texts)
      throws IOException {
    if (texts.isPresent()) {
      json.name(name).beginArray();
      for (String text : texts.get()) {
        json.value(text);
      }
      json.endArray();
    }
  }

  private static void write(JsonWriter json, Detail detail) throws IOException {
    json.field("Title", detail.title);
    if (!detail.severities.isEmpty()) {
      json.name("VendorSeverity").beginObject();
      for (var entry : detail.severities.entrySet()) {
        json.name(entry.getKey()).value(entry.getValue());
      }
      json.endObject();
      json.field("Severity", WORDS.get(detail.severity.orElse(0)));
    }
    if (!detail.vectors.isEmpty()) {
      json.name("CVSS").beginObject();
      for (var entry : detail.vectors.entrySet()) {
        json.name(entry.getKey()).beginObject();
        json.field("V3Vector", entry.getValue());
        json.name("V3Score").value(detail.scores.getOrDefault(entry.getKey(), 0.0));
        json.endObject();
      }
      json.endObject();
    }
  }
}
