package dev.landwaiter.rego.parse;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.syntax.Annotations;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.ValueText;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the YAML of a metadata block says (reference: annotations), in a fixed form: paths are
/// lists of texts.
final class MetadataReader {
  private final MetadataYaml yaml;
  private final ObjectValue.Draft fields = new ObjectValue.Draft();

  private MetadataReader(MetadataYaml yaml) {
    this.yaml = yaml;
  }

  static Annotations read(MetadataBlock block) throws MetadataException {
    String text = block.yaml();
    if (text.isBlank()) {
      throw new MetadataException("expected METADATA block, found whitespace");
    }
    try {
      return new MetadataReader(MetadataYaml.of(text)).annotations(block);
    } catch (MetadataException e) {
      throw e.line() < 0 ? e : new MetadataException(e.getMessage() + hints(block), e.line());
    }
  }

  /// Hints at colons that no blank follows.
  private static String hints(MetadataBlock block) {
    var hints = new StringBuilder();
    for (var line : block.lines()) {
      List<String> symbols = symbols(line.text());
      if (!symbols.isEmpty()) {
        hints
            .append("\n  Hint: on line ")
            .append(line.at().row())
            .append(", symbol(s) [")
            .append(String.join(" ", symbols))
            .append("] immediately following a key/value separator ':' is not a legal yaml space")
            .append(" character");
      }
    }
    return hints.toString();
  }

  private static List<String> symbols(String text) {
    var found = new ArrayList<String>();
    for (int at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
      if (at + 1 == text.length()) {
        return List.of();
      }
      int next = text.codePointAt(at + 1);
      if (next == ' ' || next == '\t') {
        return List.of();
      }
      found.add(next == ':' ? "'\\ufffd'" : quoted(next));
    }
    return found;
  }

  private static String quoted(int point) {
    if (point >= ' ' && point < 0x7F) {
      return point == '\'' || point == '\\' ? "'\\" + (char) point + "'" : "'" + (char) point + "'";
    }
    return String.format(point < 0x10000 ? "'\\u%04x'" : "'\\U%08x'", point);
  }

  private Annotations annotations(MetadataBlock block) throws MetadataException {
    String scope = yaml.text("scope");
    putText("title", yaml.text("title"));
    putText("description", yaml.text("description"));
    boolean entrypoint = yaml.flag("entrypoint");
    List<String> organizations = yaml.texts("organizations");
    List<Value> related = yaml.list("related_resources", "[]interface {}");
    List<Value> authors = yaml.list("authors", "[]interface {}");
    List<ObjectValue> schemas = yaml.maps("schemas");
    ObjectValue compile = yaml.map("compile");
    ObjectValue custom = yaml.map("custom");
    ObjectValue labels = yaml.map("labels");
    yaml.check();
    if (entrypoint) {
      put("entrypoint", BooleanValue.TRUE);
    }
    putList("organizations", organizations.stream().map(Value::of).toList());
    putList("related_resources", each(related, MetadataReader::related, "related-resource"));
    var bound = new ArrayList<Value>();
    for (ObjectValue one : schemas) {
      bound.add(schema(one));
    }
    putList("schemas", bound);
    putList("authors", each(authors, MetadataReader::author, "author"));
    if (compile.size() > 0) {
      put("compile", compile(compile));
    }
    putMap("custom", custom);
    putMap("labels", labels);
    return new Annotations(scope, fields.finish(), Optional.empty(), block.at());
  }

  private void put(String name, Value value) {
    fields.put(Value.of(name), value);
  }

  private void putText(String name, String text) {
    if (!text.isEmpty()) {
      put(name, Value.of(text));
    }
  }

  private void putList(String name, List<Value> elements) {
    if (!elements.isEmpty()) {
      put(name, new ArrayValue(elements));
    }
  }

  private void putMap(String name, ObjectValue map) {
    if (map.size() > 0) {
      put(name, map);
    }
  }

  /// How one element of a list is read.
  private interface Reading {
    Value read(Value written) throws MetadataException;
  }

  private static List<Value> each(List<Value> written, Reading reading, String what)
      throws MetadataException {
    var found = new ArrayList<Value>();
    for (Value one : written) {
      try {
        found.add(reading.read(one));
      } catch (MetadataException e) {
        throw new MetadataException(
            "invalid " + what + " definition " + shown(one) + ": " + e.getMessage());
      }
    }
    return found;
  }

  /// A value as Go's `%s` shows it.
  private static String shown(Value value) {
    return switch (value) {
      case StringValue text -> text.text();
      case NullValue _ -> "%!s(<nil>)";
      case BooleanValue flag -> "%!s(bool=" + flag.equals(BooleanValue.TRUE) + ")";
      case NumberValue number ->
          (number.toLong().isPresent() ? "%!s(int=" : "%!s(float64=") + number.text() + ")";
      case ObjectValue object ->
          object.sortedKeys().stream()
              .map(key -> shown(key) + ":" + shown(object.get(key.asText()).orElseThrow()))
              .collect(Collectors.joining(" ", "map[", "]"));
      default ->
          value.elements().stream()
              .map(element -> shown(element))
              .collect(Collectors.joining(" ", "[", "]"));
    };
  }

  private static Value related(Value written) throws MetadataException {
    return switch (written) {
      case StringValue text -> {
        if (text.text().isEmpty()) {
          throw new MetadataException("ref URL may not be empty string");
        }
        yield object(Map.of("ref", reference(text.text())));
      }
      case ObjectValue map -> {
        String description = map.text("description").strip();
        String ref = map.text("ref").strip();
        if (ref.isEmpty()) {
          throw new MetadataException("'ref' value required in object");
        }
        yield description.isEmpty()
            ? object(Map.of("ref", reference(ref)))
            : object(Map.of("description", description, "ref", reference(ref)));
      }
      default -> throw new MetadataException("invalid value type, must be string or map");
    };
  }

  private static String reference(String text) throws MetadataException {
    String problem = UrlProblems.of(text);
    if (!problem.isEmpty()) {
      throw new MetadataException("parse " + ValueText.quoted(text) + ": " + problem);
    }
    return text;
  }

  private static Value object(Map<String, String> members) {
    var draft = new ObjectValue.Draft();
    members.keySet().stream()
        .sorted()
        .forEach(key -> draft.put(Value.of(key), Value.of(String.valueOf(members.get(key)))));
    return draft.finish();
  }

  private static Value author(Value written) throws MetadataException {
    return switch (written) {
      case StringValue text -> author(text.text());
      case ObjectValue map -> {
        String name = map.text("name").strip();
        String email = map.text("email").strip();
        if (name.isEmpty() && email.isEmpty()) {
          throw new MetadataException("'name' and/or 'email' values required in object");
        }
        yield author(name, email);
      }
      default -> throw new MetadataException("invalid value type, must be string or map");
    };
  }

  private static Value author(String text) throws MetadataException {
    if (text.isBlank()) {
      throw new MetadataException("author is an empty string");
    }
    List<String> words = List.of(text.strip().split("\\s+"));
    String last = words.getLast();
    boolean mail = last.length() >= 2 && last.startsWith("<") && last.endsWith(">");
    String name = String.join(" ", mail ? words.subList(0, words.size() - 1) : words);
    return author(name, mail ? last.substring(1, last.length() - 1) : "");
  }

  private static Value author(String name, String email) {
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("name"), Value.of(name));
    if (!email.isEmpty()) {
      draft.put(Value.of("email"), Value.of(email));
    }
    return draft.finish();
  }

  private static Value schema(ObjectValue written) throws MetadataException {
    var draft = new ObjectValue.Draft();
    if (written.size() == 0) {
      throw new MetadataException("invalid document reference");
    }
    String path = written.keyAt(0).asText();
    Term term = term(path);
    if (!(term instanceof Ref ref)) {
      throw new MetadataException("invalid document reference");
    }
    draft.put(Value.of("path"), path(ref));
    switch (written.valueAt(0)) {
      case StringValue text -> {
        Term schema = term(text.text());
        Ref target =
            switch (schema) {
              case Variable name -> new Ref(List.of(name), name.at());
              case Ref found -> found;
              default -> throw new MetadataException("invalid schema reference");
            };
        if (!(target.head() instanceof Variable root && root.name().equals("schema"))) {
          throw new MetadataException("invalid schema reference");
        }
        draft.put(Value.of("schema"), path(target));
      }
      case ObjectValue definition -> draft.put(Value.of("definition"), definition);
      default ->
          throw new MetadataException(
              "invalid schema declaration for path " + ValueText.quoted(path));
    }
    return draft.finish();
  }

  private static Value compile(ObjectValue written) throws MetadataException {
    var draft = new ObjectValue.Draft();
    var unknowns = new ArrayList<Value>();
    for (Value one : written.get("unknowns").orElse(ArrayValue.EMPTY).elements()) {
      unknowns.add(referred(one, "invalid unknowns element "));
    }
    if (!unknowns.isEmpty()) {
      draft.put(Value.of("unknowns"), new ArrayValue(unknowns));
    }
    if (written.get("mask_rule").isPresent()) {
      Value rule = written.get("mask_rule").get();
      draft.put(Value.of("mask_rule"), referred(rule, "invalid mask_rule "));
    }
    return draft.finish();
  }

  private static Value referred(Value written, String what) throws MetadataException {
    String text = written.asText();
    if (term(text) instanceof Ref ref) {
      return path(ref);
    }
    throw new MetadataException(what + ValueText.quoted(text) + ": expected ref but got " + text);
  }

  private static Term term(String text) throws MetadataException {
    try {
      return Parser.parseTerm(new Source("", text), ParserSettings.of(RegoVersion.V1));
    } catch (RegoException e) {
      return Scalar.of(false, dev.landwaiter.rego.Location.NONE);
    }
  }

  private static Value path(Ref ref) {
    var parts = new ArrayList<Value>();
    for (Term part : ref.parts()) {
      parts.add(
          part instanceof Scalar scalar && scalar.value() instanceof StringValue
              ? scalar.value()
              : Value.of(TermText.of(part)));
    }
    return new ArrayValue(parts);
  }
}
