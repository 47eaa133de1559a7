package dev.landwaiter.scan.update;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.ImageException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The first file of an export: what else is in it.
///
/// @param digests by path within the export
record ExportListing(SortedMap<String, Digest> digests) {
  static final String FILE = "landwaiter-export.json";

  byte[] toJson() {
    Map<Value, Value> files = new LinkedHashMap<>();
    digests.forEach(
        (path, digest) -> files.put(new StringValue(path), new StringValue(digest.toString())));
    var listing = new ObjectValue(Map.of(new StringValue("Files"), new ObjectValue(files)));
    return (JsonWriter.toText(listing, JsonStyle.INDENTED) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  static ExportListing parse(String where, byte[] json) throws ImageException {
    try {
      SortedMap<String, Digest> digests = new TreeMap<>();
      Map<Value, Value> files =
          Json.parse(where, json).get("Files").map(Value::members).orElse(Map.of());
      for (Map.Entry<Value, Value> file : files.entrySet()) {
        Digest digest =
            Digest.parse(file.getValue().asText())
                .orElseThrow(() ->
                    new ImageException(
                        ImageException.Code.INVALID,
                        where
                            + ": the listing has no usable digest for "
                            + file.getKey().asText()));
        digests.put(file.getKey().asText(), digest);
      }
      return new ExportListing(digests);
    } catch (FormatException e) {
      throw new ImageException(
          ImageException.Code.INVALID,
          where + ": the listing is no JSON: " + e.problem().message());
    }
  }
}
