package dev.landwaiter.policy.manifest;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.JsonTexts;
import dev.landwaiter.base.format.Located;
import dev.landwaiter.base.format.PlainYaml;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads files of manifests (kubernetes.md 1): YAML of many documents, JSON, lists. A document that
/// cannot be read is a problem; the others are read all the same.
public final class ManifestReader {
  private static final int SIZE_LIMIT = 32 << 20;
  private static final int DOCUMENT_LIMIT = 16 << 20;

  /// How deep lists may stand in lists.
  private static final int LIST_DEPTH = 16;

  private static final String TEMPLATE = "{{";

  private final String file;
  private final List<Manifest> objects = new ArrayList<>();
  private final List<Manifests.Unread> problems = new ArrayList<>();
  private int index;
  private int templates;
  private int others;

  private ManifestReader(String file) {
    this.file = file;
  }

  /// Reads a file of at most 32 MiB in UTF-8.
  ///
  /// @param file the name it is reported under
  public static Manifests read(String file, byte[] text) {
    var reader = new ManifestReader(file);
    reader.read(text);
    return new Manifests(reader.objects, reader.problems, reader.templates, reader.others);
  }

  private void read(byte[] bytes) {
    if (bytes.length > SIZE_LIMIT) {
      lost(Position.START, "larger than the " + (SIZE_LIMIT >> 20) + " MiB that are read", "");
    } else if (!json(bytes)) {
      yaml(bytes);
    }
  }

  /// Reads JSON, be it several texts after each other; false when it is none.
  private boolean json(byte[] bytes) {
    int first = 0;
    while (first < bytes.length && bytes[first] <= ' ' && bytes[first] >= 0) {
      first++;
    }
    if (first == bytes.length || (bytes[first] != '{' && bytes[first] != '[')) {
      return false;
    }
    try {
      JsonTexts.Texts texts = JsonTexts.read(file, bytes);
      for (JsonTexts.Repeated key : texts.repeated()) {
        repeated(key.key(), key.position());
      }
      for (JsonTexts.Text text : texts.texts()) {
        Position start = position(bytes, text.start());
        byte[] own = Arrays.copyOfRange(bytes, text.start(), text.end());
        Located located = Json.parseLocated(file, own);
        document(
            located.root(),
            Locator.of(located.positions()),
            start,
            "",
            new String(own, StandardCharsets.UTF_8));
      }
      return true;
    } catch (FormatException e) {
      if (file.endsWith(".json")) {
        Problem problem = e.problem();
        lost(problem.position().orElse(Position.START), problem.message(), problem.hint());
        return true;
      }
      // It may be YAML that begins with a map in braces.
      return false;
    }
  }

  private static Position position(byte[] text, int offset) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < offset; i++) {
      boolean ends = text[i] == '\n';
      line += ends ? 1 : 0;
      column = ends ? 1 : column + 1;
    }
    return new Position(line, column);
  }

  private void yaml(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      lost(Position.START, "not valid UTF-8", "save it as UTF-8");
      return;
    }
    for (DocumentText document : DocumentText.split(text)) {
      if (!document.isEmpty()) {
        yaml(document);
      }
    }
  }

  private void yaml(DocumentText document) {
    var start = new Position(document.line(), 1);
    if (document.text().length() > DOCUMENT_LIMIT) {
      lost(start, "a document larger than " + (DOCUMENT_LIMIT >> 20) + " MiB", "");
      return;
    }
    byte[] text = document.text().getBytes(StandardCharsets.UTF_8);
    Optional<Value> plain = PlainYaml.read(text, 0, text.length);
    if (plain.isPresent() && !(plain.get() instanceof NullValue)) {
      var late = new LatePlaces(file, text);
      document(plain.get(), late, start, document.source(), document.text());
      return;
    }
    try {
      all(text, Yaml.DuplicateKeys.REFUSED, document, start);
    } catch (FormatException e) {
      if (!e.problem().message().contains("stands twice") || !again(text, document, start, e)) {
        unread(document, start, e);
      }
    }
  }

  private void all(
      byte[] text, Yaml.DuplicateKeys duplicates, DocumentText document, Position start)
      throws FormatException {
    for (Located located : Yaml.parseAll(file, text, duplicates)) {
      document(
          located.root(),
          Locator.of(located.positions()),
          start,
          document.source(),
          document.text());
    }
  }

  /// Reads a document in which a key stands twice, the last of which wins in Kubernetes.
  private boolean again(byte[] text, DocumentText document, Position start, FormatException twice) {
    try {
      all(text, Yaml.DuplicateKeys.LAST_WINS, document, start);
    } catch (FormatException e) {
      return false;
    }
    Problem problem = twice.problem();
    Position at = shifted(problem.position().orElse(Position.START), start);
    problems.add(
        new Manifests.Unread(
            new Problem(file, Optional.of(at), problem.message(), "the last one was judged"),
            false));
    return true;
  }

  private void unread(DocumentText document, Position start, FormatException e) {
    Problem problem = e.problem();
    Position at = shifted(problem.position().orElse(Position.START), start);
    if (document.text().contains(TEMPLATE)) {
      templates++;
      lost(
          at,
          "a template that is not rendered: " + problem.message(),
          "render it first, as helm template does");
    } else {
      lost(at, problem.message(), problem.hint());
    }
  }

  private static Position shifted(Position at, Position start) {
    return new Position(
        at.line() + start.line() - 1,
        at.line() == 1 ? at.column() + start.column() - 1 : at.column());
  }

  private void lost(Position at, String message, String hint) {
    problems.add(new Manifests.Unread(new Problem(file, Optional.of(at), message, hint), true));
  }

  private void repeated(String key, Position at) {
    problems.add(
        new Manifests.Unread(
            new Problem(
                file,
                Optional.of(at),
                "the key \"" + key + "\" stands twice in one map",
                "the last one was judged"),
            false));
  }

  private void document(
      Value root, Locator inDocument, Position start, String source, String text) {
    if (root instanceof NullValue) {
      return;
    }
    if (text.contains(TEMPLATE)) {
      templates++;
    }
    Locator locator =
        path -> {
          Locator.Spot spot = inDocument.find(path);
          Span span = spot.span();
          return new Locator.Spot(
              new Span(shifted(span.start(), start), shifted(span.end(), start)), spot.depth());
        };
    int before = objects.size();
    add(root, List.of(), source, locator, 0);
    others += objects.size() == before ? 1 : 0;
    index++;
  }

  /// Takes an object, or those of a list.
  private void add(Value value, List<Value> at, String source, Locator locator, int depth) {
    if (value instanceof ArrayValue array && depth < LIST_DEPTH) {
      for (int i = 0; i < array.size(); i++) {
        add(array.at(i), below(at, Value.of(i)), source, locator, depth + 1);
      }
    }
    if (!(value instanceof ObjectValue object) || object.text("kind").isEmpty()) {
      return;
    }
    boolean list =
        object.text("kind").endsWith("List")
            && object.get("items").orElse(NullValue.NULL) instanceof ArrayValue;
    if (list && depth < LIST_DEPTH) {
      Value items = object.get("items").orElse(ArrayValue.EMPTY);
      add(items, below(at, new StringValue("items")), source, locator, depth + 1);
    } else if (list) {
      lost(locator.find(at).span().start(), "lists nested deeper than " + LIST_DEPTH, "");
    } else if (!object.text("apiVersion").isEmpty()) {
      objects.add(new Manifest(file, source, index, at, object, locator));
    }
  }

  private static List<Value> below(List<Value> path, Value step) {
    List<Value> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }
}
