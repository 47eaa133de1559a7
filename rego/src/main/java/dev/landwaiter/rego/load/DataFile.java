package dev.landwaiter.rego.load;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.GoYaml;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import java.nio.charset.StandardCharsets;

/// One document of JSON or YAML.
public final class DataFile {
  private DataFile() {}

  /// Reads JSON.
  ///
  /// @throws LoadException with the file's name
  public static Value json(String name, byte[] content) throws LoadException {
    if (isBlank(content)) {
      throw new LoadException(name + ": EOF");
    }
    try {
      return Json.parse(name, content);
    } catch (FormatException e) {
      throw new LoadException(name + ": " + e.problem().message());
    }
  }

  /// Reads the first document of YAML, of which JSON is a part; null when there is none.
  ///
  /// @throws LoadException with the file's name
  public static Value yaml(String name, byte[] content) throws LoadException {
    try {
      return yaml(content);
    } catch (LoadException e) {
      throw new LoadException(name + ": " + e.errors().getFirst().message());
    }
  }

  /// As [#yaml(String, byte[])], with messages that begin with `yaml: `.
  public static Value yaml(byte[] content) throws LoadException {
    try {
      if (looksLikeJson(content)) {
        return Json.parse("", content);
      }
    } catch (FormatException e) {
      // YAML may still take it.
    }
    try {
      return GoYaml.parse(new String(content, StandardCharsets.UTF_8));
    } catch (FormatException e) {
      throw new LoadException(e.problem().message());
    }
  }

  private static boolean looksLikeJson(byte[] content) {
    for (byte one : content) {
      if (one > ' ') {
        return one == '{' || one == '[' || one == '"';
      }
    }
    return false;
  }

  private static boolean isBlank(byte[] content) {
    for (byte one : content) {
      if (one > ' ' || one < 0) {
        return false;
      }
    }
    return true;
  }
}
