package dev.landwaiter.base.format;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.ScannerException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The documents of a YAML text, read as Go's `sigs.k8s.io/yaml` does, whose error texts policies
/// and their tests compare. Reads what [Yaml] reads; later keys win.
public final class GoYaml {
  private static final int SIZE_LIMIT = 64 << 20;

  private GoYaml() {}

  /// Reads the first document; a text without one is null.
  ///
  /// @throws FormatException whose problem's message is Go's, such as `yaml: line 2: did not find
  ///   expected key`
  public static Value parse(String text) throws FormatException {
    List<Value> first = read(text, 1);
    return first.isEmpty() ? NullValue.NULL : first.getFirst();
  }

  /// Reads all documents as [#parse] does the first.
  public static List<Value> parseAll(String text) throws FormatException {
    return read(text, Integer.MAX_VALUE);
  }

  /// Reads all documents in a piece of a text in UTF-8.
  public static List<Value> parseAll(byte[] text, int start, int end) throws FormatException {
    Optional<Value> plain = PlainYaml.read(text, start, end);
    // Null may be a document or none.
    if (plain.isPresent() && !(plain.get() instanceof NullValue)) {
      return List.of(plain.get());
    }
    String characters = new String(text, start, end - start, StandardCharsets.UTF_8);
    return readAnything(characters, Integer.MAX_VALUE);
  }

  private static List<Value> read(String text, int most) throws FormatException {
    if (text.length() > SIZE_LIMIT) {
      throw wrong("yaml: more than the 64 MiB that are read");
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Optional<Value> plain = PlainYaml.read(bytes, 0, bytes.length);
    return plain.isPresent() && !(plain.get() instanceof NullValue)
        ? List.of(plain.get())
        : readAnything(text, most);
  }

  /// Reads what is not plain.
  static List<Value> readAnything(String text, int most) throws FormatException {
    var settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    try {
      var documents = new GoYamlDocument(new Parse(settings).parseString(text).iterator(), text);
      List<Value> values = new ArrayList<>();
      while (values.size() < most) {
        Optional<Value> value = documents.read();
        if (value.isEmpty()) {
          break;
        }
        values.add(value.get());
      }
      if (values.isEmpty()
          && text.lines().anyMatch(line -> line.stripLeading().isEmpty() && line.contains("\t"))) {
        throw wrong("yaml: found character that cannot start any token");
      }
      return values;
    } catch (MarkedYamlEngineException e) {
      throw wrong("yaml: " + place(e, text) + GoYamlProblem.text(e, text));
    } catch (ReaderException e) {
      throw wrong("yaml: control characters are not allowed");
    } catch (YamlEngineException e) {
      String message = String.valueOf(e.getMessage());
      throw wrong(
          "yaml: "
              + (message.startsWith("Version{") ? "found incompatible YAML document" : message));
    }
  }

  static FormatException wrong(String message) {
    return new FormatException(Problem.in("", message));
  }

  /// The line, counted the way the original does: it is left out on the first line.
  private static String place(MarkedYamlEngineException e, String text) {
    boolean scanner = e instanceof ScannerException;
    int line = line(e.getContextMark(), text, scanner);
    if (line == 0) {
      line = line(e.getProblemMark(), text, scanner);
    }
    if (line != 0 && scanner) {
      line++;
    }
    return line == 0 ? "" : "line " + line + ": ";
  }

  private static int line(Optional<Mark> mark, String text, boolean scanner) {
    if (mark.isEmpty()) {
      return 0;
    }
    // To the parser the end of a text without a last line break is the line after it.
    boolean atEnd = !scanner && mark.get().getIndex() >= text.codePointCount(0, text.length());
    return mark.get().getLine() + (atEnd && mark.get().getColumn() > 0 ? 1 : 0);
  }
}
