package dev.landwaiter.signing.key;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The keys that the original program made.
final class Recorded {
  static final Path ROOT =
      Path.of(
              System.getenv()
                  .getOrDefault(
                      "LANDWAITER_SHARED", System.getProperty("landwaiter.root") + "/../shared"))
          .resolve("conformance/cosign");

  private Recorded() {}

  /// One key of the index.
  record Entry(String name, String file, String publicFile, String password, boolean bad) {}

  static List<Entry> keys() throws Exception {
    List<Entry> all = new ArrayList<>();
    Value index = Json.parse("index.json", Files.readAllBytes(ROOT.resolve("keys/index.json")));
    for (Value each : index.elements()) {
      all.add(
          new Entry(
              each.text("name"),
              each.text("private"),
              each.text("public"),
              each.text("password"),
              each.get("bad").isPresent()));
    }
    return all;
  }

  static Bytes bytes(String file) throws IOException {
    return Bytes.of(Files.readAllBytes(ROOT.resolve(file)));
  }
}
