package dev.landwaiter.policy.gatekeeper.read;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.Located;
import dev.landwaiter.base.format.PlainYaml;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Document;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.gatekeeper.Manifest;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.input.GoNumbers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the objects of a file of YAML or JSON. Each document stands for itself: one that cannot be
/// read is a problem beside the others.
public final class ManifestReader {
  private static final int SIZE_LIMIT = 64 << 20;

  private final String file;
  private final boolean doubles;
  private final List<Manifest> manifests = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int index;

  private ManifestReader(String file, boolean doubles) {
    this.file = file;
    this.doubles = doubles;
  }

  /// What a file holds.
  ///
  /// @param problems documents that could not be read or are no objects
  public record Content(List<Manifest> manifests, List<Problem> problems) {}

  /// Reads a file; empty documents are left out.
  ///
  /// @param doubles whether numbers are read as floats of 64 bits, as gator reads them
  public static Content read(String file, byte[] text, boolean doubles) {
    var reader = new ManifestReader(file, doubles);
    if (text.length > SIZE_LIMIT) {
      reader.problems.add(Problem.in(file, "more than the 64 MiB that are read"));
    } else {
      reader.read(text);
    }
    return new Content(List.copyOf(reader.manifests), List.copyOf(reader.problems));
  }

  /// Documents are parted at lines that begin with three dashes.
  private void read(byte[] text) {
    int start = 0;
    int line = 1;
    int startLine = 1;
    int at = 0;
    while (at < text.length) {
      if (at > start && isSeparator(text, at)) {
        document(text, start, at, startLine);
        start = at;
        startLine = line;
      }
      while (at < text.length && text[at] != '\n') {
        at++;
      }
      at++;
      line++;
    }
    document(text, start, text.length, startLine);
  }

  private static boolean isSeparator(byte[] text, int at) {
    if (at + 3 > text.length || text[at] != '-' || text[at + 1] != '-' || text[at + 2] != '-') {
      return false;
    }
    byte after = at + 3 == text.length ? (byte) '\n' : text[at + 3];
    return after == '\n' || after == '\r' || after == ' ' || after == '\t' || after == '#';
  }

  private void document(byte[] all, int start, int end, int line) {
    byte[] text = java.util.Arrays.copyOfRange(all, start, end);
    if (isEmpty(text)) {
      return;
    }
    int number = index++;
    try {
      for (Value value : values(text)) {
        value(value, number, text, line);
      }
    } catch (FormatException e) {
      problems.add(problem(e.problem(), text, line));
    }
  }

  /// Whether there are only blanks, comments and dashes.
  private static boolean isEmpty(byte[] text) {
    boolean begins = true;
    for (int i = isSeparator(text, 0) ? 3 : 0; i < text.length; i++) {
      if (begins && text[i] == '#') {
        while (i < text.length && text[i] != '\n') {
          i++;
        }
      } else if (text[i] == '\n') {
        begins = true;
      } else if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private static boolean isJson(byte[] text) {
    for (byte each : text) {
      if (each != ' ' && each != '\t' && each != '\r' && each != '\n') {
        return each == '{';
      }
    }
    return false;
  }

  private List<Value> values(byte[] text) throws FormatException {
    if (isJson(text)) {
      try {
        return List.of(Json.parse(file, text));
      } catch (FormatException e) {
        // It may be YAML in flow style.
        return roots(text);
      }
    }
    Optional<Value> plain = PlainYaml.read(text, 0, text.length);
    return plain.isPresent() ? List.of(plain.get()) : roots(text);
  }

  private List<Value> roots(byte[] text) throws FormatException {
    List<Value> roots = new ArrayList<>();
    for (Located each : Yaml.parseAll(file, text, Yaml.DuplicateKeys.LAST_WINS)) {
      roots.add(each.root());
    }
    return roots;
  }

  private void value(Value read, int number, byte[] text, int line) {
    if (read instanceof NullValue) {
      return;
    }
    if (!(read instanceof ObjectValue whole)) {
      problems.add(
          new Problem(
              file, Optional.of(new Position(line, 1)), "a document that is no object", ""));
      return;
    }
    if (whole.size() == 0) {
      return;
    }
    ObjectValue object = whole;
    if (doubles) {
      try {
        object = (ObjectValue) GoNumbers.in(whole);
      } catch (ArithmeticException e) {
        problems.add(
            new Problem(
                file, Optional.of(new Position(line, 1)), String.valueOf(e.getMessage()), ""));
        return;
      }
    }
    var document = new Document(file, number, object, new Once<>(() -> locator(text, line)));
    manifests.add(new Manifest(document, Resource.of(object)));
  }

  private Locator locator(byte[] text, int line) {
    try {
      Locator inside =
          Locator.of(
              (isJson(text)
                      ? Json.parseLocated(file, text)
                      : Yaml.parseAll(file, text, Yaml.DuplicateKeys.LAST_WINS).getFirst())
                  .positions());
      return path -> Shifted.down(inside.find(path), line - 1);
    } catch (FormatException e) {
      return path -> Shifted.down(Locator.START.find(path), line - 1);
    }
  }

  private Problem problem(Problem told, byte[] text, int line) {
    String characters = new String(text, StandardCharsets.UTF_8);
    boolean template = characters.contains("{{") && characters.contains("}}");
    return new Problem(
        told.where(),
        told.position().map(at -> new Position(at.line() + line - 1, at.column())),
        template ? "a template that is not rendered, as Helm's charts have them" : told.message(),
        template ? "judge what `helm template` prints" : told.hint());
  }

  /// The elements of a list of objects, each as if it stood alone; others as they are.
  public static List<Manifest> unfolded(Manifest manifest) {
    List<Manifest> found = new ArrayList<>();
    unfold(manifest, found, 0);
    return found;
  }

  private static void unfold(Manifest manifest, List<Manifest> found, int depth) {
    ObjectValue content = manifest.resource().content();
    boolean isList =
        depth < 8
            && manifest.resource().type().kind().endsWith("List")
            && content.get("items").map(Value::rank).orElse(0) == 4;
    if (!isList) {
      found.add(manifest);
      return;
    }
    List<Value> items = content.get("items").orElseThrow().elements();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof ObjectValue item) {
        Document list = manifest.document();
        int at = i;
        var document =
            new Document(
                list.file(),
                list.index(),
                item,
                () -> Shifted.below(list.locator().get(), new StringValue("items"), Value.of(at)));
        unfold(new Manifest(document, Resource.of(item)), found, depth + 1);
      }
    }
  }
}
