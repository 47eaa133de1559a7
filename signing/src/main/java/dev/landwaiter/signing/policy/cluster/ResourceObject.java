package dev.landwaiter.signing.policy.cluster;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The object of a cluster that uses an image.
///
/// @param document the whole object
public record ResourceObject(ObjectValue document) {
  public String apiVersion() {
    return text(document, "apiVersion");
  }

  public String kind() {
    return text(document, "kind");
  }

  /// Of the API, empty for the core.
  public String group() {
    int slash = apiVersion().indexOf('/');
    return slash < 0 ? "" : apiVersion().substring(0, slash);
  }

  public String version() {
    return apiVersion().substring(apiVersion().indexOf('/') + 1);
  }

  /// The lower-case plural of the kind, as clusters form it.
  public String resource() {
    String kind = kind().toLowerCase(Locale.ROOT);
    if (kind.endsWith("s")) {
      return kind + "es";
    }
    return kind.endsWith("y") ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s";
  }

  public Optional<Value> metadata() {
    return document.get("metadata");
  }

  public Optional<Value> spec() {
    return document.get("spec");
  }

  /// Its labels; values that are no texts are left aside.
  public Map<String, String> labels() {
    Map<String, String> all = new LinkedHashMap<>();
    if (metadata().orElse(ObjectValue.EMPTY) instanceof ObjectValue metadata
        && metadata.get("labels").orElse(ObjectValue.EMPTY) instanceof ObjectValue labels) {
      labels
          .members()
          .forEach((name, value) -> {
            if (name instanceof StringValue key && value instanceof StringValue text) {
              all.put(key.text(), text.text());
            }
          });
    }
    return all;
  }

  private static String text(ObjectValue object, String name) {
    return object.get(name).orElse(ObjectValue.EMPTY) instanceof StringValue text
        ? text.text()
        : "";
  }
}
