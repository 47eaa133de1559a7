package dev.landwaiter.rego.load;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.Located;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import java.util.List;

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
      throw new LoadException(name + ": " + YamlTrouble.of(content, e));
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
      List<Located> documents = Yaml.parseAll("", content, Yaml.DuplicateKeys.LAST_WINS);
      return documents.isEmpty() ? NullValue.NULL : documents.getFirst().root();
    } catch (FormatException e) {
      throw new LoadException(YamlTrouble.of(content, e));
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
