package dev.landwaiter.rego.schema;

import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;

/// The draft of JSON Schema a schema follows; one that names none may use the keywords of all.
enum Draft {
  DRAFT4,
  DRAFT6,
  DRAFT7,
  HYBRID;

  /// The draft a document names, or the one of the document around it.
  static Draft of(Value document, Draft otherwise) throws SchemaException {
    if (document instanceof BooleanValue) {
      return otherwise;
    } else if (!(document instanceof ObjectValue object)) {
      throw new SchemaException("schema is invalid");
    } else {
      Value named = object.get("$schema").orElse(Value.of(""));
      if (!(named instanceof StringValue text)) {
        throw new SchemaException("$schema must be of type string");
      }
      String url =
          text.text().endsWith("#")
              ? text.text().substring(0, text.text().length() - 1)
              : text.text();
      return switch (url) {
        case "http://json-schema.org/draft-04/schema" -> DRAFT4;
        case "http://json-schema.org/draft-06/schema" -> DRAFT6;
        case "http://json-schema.org/draft-07/schema" -> DRAFT7;
        default -> otherwise;
      };
    }
  }

  boolean isAtLeast(Draft other) {
    return compareTo(other) >= 0;
  }
}
