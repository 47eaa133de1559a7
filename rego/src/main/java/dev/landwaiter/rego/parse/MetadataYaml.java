package dev.landwaiter.rego.parse;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.GoYaml;
import dev.landwaiter.base.format.Located;
import dev.landwaiter.base.format.Positions;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The YAML of a metadata block, read field by field with the types each has.
final class MetadataYaml {
  private static final Set<String> OLD_WORDS = Set.of("y", "yes", "on", "n", "no", "off");

  private static final String STRING = "string";
  private static final String MAP = "map[string]interface {}";
  private static final Pattern TWICE = Pattern.compile("the key \"([^\"]*)\" stands twice");
  private static final Pattern PLACE = Pattern.compile("yaml: line ([0-9]{1,9}):");

  private final String[] lines;
  private final Located root;
  private final List<String> wrong = new ArrayList<>();
  private int firstWrong = -1;

  private MetadataYaml(String text, Located root) {
    this.lines = text.split("\n", -1);
    this.root = root;
  }

  static MetadataYaml of(String text) throws MetadataException {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      // Of several documents the original reads the first one.
      List<Located> documents = Yaml.parseAll("metadata", bytes);
      Located first =
          documents.isEmpty() ? Yaml.parseLocated("metadata", bytes) : documents.getFirst();
      var read = new MetadataYaml(text, first);
      if (!(read.root.root() instanceof ObjectValue || read.root.root() instanceof NullValue)) {
        read.wrong(read.root.root(), read.root.positions(), "ast.rawAnnotation");
      }
      read.check();
      return read;
    } catch (FormatException e) {
      throw unreadable(text, e.problem());
    }
  }

  /// What the original says about a text that is no YAML or has a key twice.
  private static MetadataException unreadable(String text, Problem problem) {
    int line = problem.position().map(Position::line).orElse(1);
    var twice = TWICE.matcher(problem.message());
    if (twice.lookingAt()) {
      String key = twice.group(1);
      int first = line(text, key);
      return new MetadataException(
          "yaml: unmarshal errors:\n  line %d: mapping key \"%s\" already defined at line %d"
              .formatted(line, key, first),
          line);
    }
    try {
      var _ = GoYaml.parse(text);
    } catch (FormatException e) {
      String said = e.problem().message();
      var place = PLACE.matcher(said);
      return new MetadataException(said, place.lookingAt() ? Integer.parseInt(place.group(1)) : 0);
    }
    return new MetadataException("yaml: line " + line + ": " + problem.message(), line);
  }

  /// The first line that begins with a key, from 1.
  private static int line(String text, String key) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].strip().startsWith(key) || lines[i].strip().startsWith("\"" + key)) {
        return i + 1;
      }
    }
    return 1;
  }

  /// Ends the reading when fields had wrong types.
  void check() throws MetadataException {
    if (!wrong.isEmpty()) {
      throw new MetadataException(
          "yaml: unmarshal errors:\n  " + String.join("\n  ", wrong), firstWrong);
    }
  }

  private void wrong(Value value, Positions at, String type) {
    int line = at.start().line();
    if (wrong.isEmpty()) {
      firstWrong = line;
    }
    wrong.add("line " + line + ": cannot unmarshal " + kind(value, at) + " into " + type);
  }

  private String kind(Value value, Positions at) {
    return switch (value) {
      case ArrayValue _ -> "!!seq";
      case ObjectValue _ -> "!!map";
      case NullValue _ -> "!!null";
      case BooleanValue _ -> (isWord(source(at)) ? "!!str" : "!!bool") + quoted(source(at));
      case NumberValue number ->
          (number.toLong().isPresent() ? "!!int" : "!!float") + quoted(source(at));
      default -> "!!str" + quoted(value.asText());
    };
  }

  private static String quoted(String text) {
    String shown = text.length() > 10 ? text.substring(0, 7) + "..." : text;
    return " `" + shown + "`";
  }

  /// How a scalar on one line was written.
  private String source(Positions at) {
    if (at.start().line() != at.end().line() || at.start().line() > lines.length) {
      return "";
    }
    String line = lines[at.start().line() - 1];
    int from = line.offsetByCodePoints(0, Math.min(points(line), at.start().column() - 1));
    int to = line.offsetByCodePoints(0, Math.min(points(line), at.end().column() - 1));
    return line.substring(from, Math.max(from, to)).strip();
  }

  private static int points(String line) {
    return line.codePointCount(0, line.length());
  }

  /// Whether a word is a boolean in old YAML only.
  private static boolean isWord(String text) {
    return !text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false");
  }

  private Optional<Value> field(String name) {
    return root.root().get(name).filter(value -> !(value instanceof NullValue));
  }

  private Positions place(String name) {
    return root.positions().member(name).orElse(root.positions());
  }

  /// A text, or the empty text.
  String text(String name) {
    return field(name).map(value -> text(value, place(name))).orElse("");
  }

  private String text(Value value, Positions at) {
    return switch (value) {
      case StringValue text -> text.text();
      case NumberValue _, BooleanValue _ -> source(at);
      case NullValue _ -> "";
      default -> {
        wrong(value, at, STRING);
        yield "";
      }
    };
  }

  boolean flag(String name) {
    Value value = field(name).orElse(BooleanValue.FALSE);
    if (value instanceof BooleanValue) {
      return value.equals(BooleanValue.TRUE);
    }
    wrong(value, place(name), "bool");
    return false;
  }

  /// A list whose elements may be anything.
  List<Value> list(String name, String type) {
    Value value = field(name).orElse(ArrayValue.EMPTY);
    if (value instanceof ArrayValue array) {
      var found = new ArrayList<Value>();
      for (int i = 0; i < array.size(); i++) {
        found.add(plain(array.at(i), place(name).element(i).orElse(place(name))));
      }
      return found;
    }
    wrong(value, place(name), type);
    return List.of();
  }

  List<String> texts(String name) {
    Value value = field(name).orElse(ArrayValue.EMPTY);
    if (!(value instanceof ArrayValue array)) {
      wrong(value, place(name), "[]string");
      return List.of();
    }
    var found = new ArrayList<String>();
    for (int i = 0; i < array.size(); i++) {
      found.add(text(array.at(i), place(name).element(i).orElse(place(name))));
    }
    return found;
  }

  /// A list of maps.
  List<ObjectValue> maps(String name) {
    var found = new ArrayList<ObjectValue>();
    List<Value> elements = list(name, "[]" + MAP);
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof ObjectValue map) {
        found.add(map);
      } else {
        wrong(elements.get(i), place(name).element(i).orElse(place(name)), MAP);
      }
    }
    return found;
  }

  ObjectValue map(String name) {
    Value value = field(name).orElse(ObjectValue.EMPTY);
    if (value instanceof ObjectValue) {
      return (ObjectValue) plain(value, place(name));
    }
    wrong(value, place(name), MAP);
    return ObjectValue.EMPTY;
  }

  /// The value with words such as `yes` as texts, as newer YAML has them.
  private Value plain(Value value, Positions at) {
    return switch (value) {
      case BooleanValue _ when isWord(source(at)) && !source(at).isEmpty() ->
          new StringValue(source(at));
      case ArrayValue array -> {
        var found = new ArrayList<Value>();
        for (int i = 0; i < array.size(); i++) {
          found.add(plain(array.at(i), at.element(i).orElse(at)));
        }
        yield new ArrayValue(found);
      }
      case ObjectValue object -> {
        var draft = new ObjectValue.Draft();
        object
            .members()
            .forEach((key, member) -> {
              Positions place = at.member(key.asText()).orElse(at);
              draft.put(key(key, place), plain(member, place));
            });
        yield draft.finish();
      }
      default -> value;
    };
  }

  /// A key as it was written in front of its value, where old YAML takes it for a boolean.
  private Value key(Value key, Positions value) {
    boolean taken = key.asText().equals("true") || key.asText().equals("false");
    if (!taken || value.start().line() > lines.length) {
      return key;
    }
    String line = lines[value.start().line() - 1];
    int end = line.offsetByCodePoints(0, Math.min(points(line), value.start().column() - 1));
    int colon = line.lastIndexOf(':', end);
    int begin = colon;
    while (begin > 0 && Character.isLetter(line.charAt(begin - 1))) {
      begin--;
    }
    String word = colon < 0 ? "" : line.substring(begin, colon);
    return OLD_WORDS.contains(word.toLowerCase(Locale.ROOT)) ? new StringValue(word) : key;
  }
}
