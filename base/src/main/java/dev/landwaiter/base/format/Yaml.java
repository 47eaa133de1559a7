package dev.landwaiter.base.format;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// YAML to [Value] as Kubernetes' tools read it: the syntax of YAML 1.2, the scalars of YAML 1.1.
///
/// `yes`, `no`, `on`, `off`, `y` and `n` are booleans, `0644` and `0o644` are octal, timestamps are
/// texts, floats take their shortest form, integers keep all digits up to 64 bits. Keys become
/// texts. Aliases and merge keys (`<<`) are resolved within a budget, unknown tags are ignored.
public final class Yaml {
  private static final int SIZE_LIMIT = 64 << 20;

  /// What to do about a key that stands twice in one map.
  public enum DuplicateKeys {
    REFUSED,
    LAST_WINS
  }

  private Yaml() {}

  /// Reads a text of at most one document; without one it is null.
  ///
  /// @throws FormatException when it is no YAML, has a second document, a key twice in one map, or
  ///   passes a limit: 64 MiB, 512 levels, aliases that expand to more nodes than the text has
  ///   bytes (10,000 are always allowed)
  public static Value parse(String where, byte[] text) throws FormatException {
    return parseLocated(where, text).root();
  }

  /// As [#parse] does, with the place of each node.
  public static Located parseLocated(String where, byte[] text) throws FormatException {
    List<Located> documents = parseAll(where, text);
    if (documents.size() > 1) {
      throw InputText.wrong(
          where,
          documents.get(1).positions().start(),
          "a second document, where one is expected",
          "split the file at its --- lines");
    }
    return documents.isEmpty()
        ? new Located(NullValue.NULL, Positions.of(new Span(Position.START, Position.START)))
        : documents.getFirst();
  }

  /// Reads all documents of a text; an empty document is null, comments alone are no document.
  ///
  /// @throws FormatException as [#parse] does
  public static List<Located> parseAll(String where, byte[] text) throws FormatException {
    return parseAll(where, text, DuplicateKeys.REFUSED);
  }

  /// As [#parseAll(String, byte[])] does, with a choice about duplicate keys.
  public static List<Located> parseAll(String where, byte[] text, DuplicateKeys duplicates)
      throws FormatException {
    InputText.checkSize(where, text, SIZE_LIMIT);
    String characters = InputText.decode(where, text);
    var settings =
        LoadSettings.builder().setLabel(where).setCodePointLimit(Integer.MAX_VALUE).build();
    try {
      var events = new Parse(settings).parseString(characters).iterator();
      return new YamlDocuments(where, events, characters.length(), duplicates).read();
    } catch (MarkedYamlEngineException e) {
      throw InputText.wrong(
          where,
          YamlDocuments.position(e.getProblemMark()),
          "not valid YAML: " + e.getProblem(),
          hint(characters, String.valueOf(e.getProblem())));
    } catch (ReaderException e) {
      throw InputText.wrong(
          where,
          place(characters, e.getPosition()),
          "not valid YAML: the character U+%04X is not allowed".formatted(e.getCodePoint()),
          "remove it, or write it as an escape inside double quotes");
    } catch (YamlEngineException e) {
      throw InputText.wrong(where, Position.START, "not valid YAML: " + e.getMessage(), "");
    }
  }

  private static String hint(String text, String problem) {
    if (text.contains("{{")) {
      return "it looks like a template; render it first";
    }
    if (problem.contains("\\t")) {
      return "indent with spaces: tabs are not allowed";
    }
    return problem.startsWith("mapping values are not allowed")
        ? "put quotes around a value with a colon in it, and look at the indentation"
        : "";
  }

  private static Position place(String text, int codePoints) {
    int line = 1;
    int column = 1;
    int at = 0;
    for (int i = 0; i < codePoints && at < text.length(); i++) {
      boolean ends = text.charAt(at) == '\n';
      line += ends ? 1 : 0;
      column = ends ? 1 : column + 1;
      at += Character.charCount(text.codePointAt(at));
    }
    return new Position(line, column);
  }
}
