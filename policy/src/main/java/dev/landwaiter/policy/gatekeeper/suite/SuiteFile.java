package dev.landwaiter.policy.gatekeeper.suite;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.GoYaml;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.rego.syntax.ValueText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads the files that suites name.
///
/// @param path absolute
record SuiteFile(Path path) {
  private static final int SIZE_LIMIT = 64 << 20;
  private static final int SHOWN = 10;
  private static final int OBJECT_LIMIT = 100_000;

  /// The file as messages name it: without the first slash.
  String shown() {
    String text = path.toString();
    return text.startsWith("/") ? text.substring(1) : text;
  }

  /// As [#shown()] in quotes.
  String quoted() {
    return ValueText.quoted(shown());
  }

  String text() throws SuiteException {
    byte[] bytes = bytes(path);
    try {
      return InputText.read(shown(), bytes);
    } catch (FormatException e) {
      throw new SuiteException(e.problem().toString());
    }
  }

  static byte[] bytes(Path path) throws SuiteException {
    String shown = new SuiteFile(path.toAbsolutePath().normalize()).shown();
    if (Files.isDirectory(path)) {
      throw new SuiteException("read " + shown + ": is a directory");
    }
    if (!Files.exists(path)) {
      throw new SuiteException("open " + shown + ": no such file or directory");
    }
    if (!Files.isRegularFile(path)) {
      throw new SuiteException("open " + shown + ": not a regular file");
    }
    try {
      if (Files.size(path) > SIZE_LIMIT) {
        throw new SuiteException("read " + shown + ": larger than the 64 MiB that are read");
      }
      return Files.readAllBytes(path);
    } catch (AccessDeniedException e) {
      throw new SuiteException("open " + shown + ": permission denied");
    } catch (IOException e) {
      throw new SuiteException("read " + shown + ": " + e.getMessage());
    }
  }

  /// All objects; the text is cut at lines that begin with `---`. Pieces without content, such as
  /// comments before the first object, are left out as long as there is an object.
  List<Resource> objects() throws SuiteException {
    String text = text();
    List<Resource> objects = new ArrayList<>();
    try {
      int from = 0;
      while (from >= 0) {
        int next = text.indexOf("\n---", from);
        Value value = value(next < 0 ? text.substring(from) : text.substring(from, next));
        from = next < 0 ? -1 : next + 4;
        if (objects.size() >= OBJECT_LIMIT) {
          throw new SuiteException(
              "more than the %,d objects that are read".formatted(OBJECT_LIMIT));
        }
        if (!(value instanceof NullValue)) {
          objects.add(object(value));
        }
      }
      if (objects.isEmpty()) {
        objects.add(object(NullValue.NULL));
      }
    } catch (SuiteException e) {
      throw new SuiteException("reading " + quoted() + ": " + e.text());
    }
    return objects;
  }

  /// The first object of a text.
  static Resource object(String text) throws SuiteException {
    return object(value(text));
  }

  private static Value value(String text) throws SuiteException {
    try {
      return GoYaml.parse(text);
    } catch (FormatException e) {
      throw new SuiteException("invalid yaml: " + e.problem().message());
    }
  }

  private static Resource object(Value value) throws SuiteException {
    if (value instanceof ObjectValue content && !content.text("kind").isEmpty()) {
      return Resource.of(content);
    }
    throw new SuiteException(
        "invalid yaml: "
            + switch (value) {
              case NullValue _ -> withoutKind(ObjectValue.EMPTY);
              case ObjectValue object -> withoutKind(object);
              case ArrayValue _ -> noMap("!!seq");
              case StringValue text -> noMap("!!str `" + shortened(text.text()) + "`");
              case NumberValue number -> noMap("!!int `" + shortened(number.text()) + "`");
              default -> noMap("!!bool");
            });
  }

  private static String noMap(String what) {
    return "yaml: unmarshal errors:\n  line 1: cannot unmarshal "
        + what
        + " into map[string]interface {}";
  }

  /// As Go's reader cuts texts in its errors.
  private static String shortened(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN - 3) + "..." : text;
  }

  /// What the original says of an object without a kind.
  static String withoutKind(Value value) {
    return "Object 'Kind' is missing in '"
        + JsonWriter.toText(value, JsonStyle.COMPACT.sorted())
        + "'";
  }
}
