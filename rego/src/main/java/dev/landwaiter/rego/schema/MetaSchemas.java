package dev.landwaiter.rego.schema;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// The schemas of schemas, which others may refer to without a network.
final class MetaSchemas {
  private MetaSchemas() {}

  /// The one behind a URL without its fragment.
  static Optional<Value> of(String url) {
    return switch (url) {
      case "http://json-schema.org/draft-04/schema" -> Optional.of(read("draft-04.json"));
      case "http://json-schema.org/draft-06/schema" -> Optional.of(read("draft-06.json"));
      case "http://json-schema.org/draft-07/schema" -> Optional.of(read("draft-07.json"));
      default -> Optional.empty();
    };
  }

  private static Value read(String name) {
    try (InputStream in = MetaSchemas.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside this class");
      }
      return Json.parse(name, in.readAllBytes());
    } catch (FormatException e) {
      throw new IllegalStateException(name + " is no JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
