package dev.landwaiter.rego.schema;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/// The documents schemas refer to, by their absolute references, and what the references of each
/// schema mean where it stands.
final class SchemaPool {
  /// A schema as it stands in a document.
  record Document(Value value, Draft draft) {}

  private static final int LIMIT = 100;

  private final RemoteSchemas remote;
  private final Map<String, Document> documents = new HashMap<>();
  private final IdentityHashMap<Value, String> references = new IdentityHashMap<>();
  private int loaded;

  SchemaPool(RemoteSchemas remote) {
    this.remote = remote;
  }

  /// Takes in a document.
  void add(Value document, String base, Draft draft) {
    learn(document, base, draft);
    documents.put(base, new Document(document, draft));
  }

  /// Makes references absolute, in the scope of the ids around them.
  private void learn(Value value, String base, Draft draft) {
    if (value instanceof ArrayValue) {
      value.elements().forEach(element -> learn(element, base, draft));
    }
    if (!(value instanceof ObjectValue object)) {
      return;
    }
    Value id = object.get("id").or(() -> object.get("$id")).orElse(ArrayValue.EMPTY);
    String scope = base;
    if (id instanceof StringValue text) {
      scope = absolute(base, text.text());
      documents.putIfAbsent(scope, new Document(value, draft));
    }
    if (object.get("$ref").orElse(ArrayValue.EMPTY) instanceof StringValue text) {
      references.put(object, absolute(scope, text.text()));
    }
    for (Map.Entry<Value, Value> member : object.members().entrySet()) {
      switch (member.getKey().asText()) {
        case "const", "enum" -> {}
        case "properties", "dependencies", "patternProperties" -> {
          for (Value child : member.getValue().members().values()) {
            learn(child, scope, draft);
          }
        }
        default -> learn(member.getValue(), scope, draft);
      }
    }
  }

  /// What a schema's `$ref` means.
  String reference(ObjectValue schema, String text) {
    return references.getOrDefault(schema, text);
  }

  private static String absolute(String base, String reference) {
    int fragment = base.indexOf('#');
    String document = fragment < 0 ? base : base.substring(0, fragment);
    if (document.isEmpty() || reference.isEmpty()) {
      return reference.isEmpty() ? document : reference;
    } else if (reference.startsWith("#")) {
      return document + reference;
    }
    try {
      return URI.create(document).resolve(reference).toString();
    } catch (IllegalArgumentException e) {
      return reference;
    }
  }

  /// The schema an absolute reference stands for.
  Document find(String reference) throws SchemaException {
    Document known = documents.get(reference);
    if (known != null) {
      return known;
    }
    int fragment = reference.indexOf('#');
    String url = fragment < 0 ? reference : reference.substring(0, fragment);
    String pointer = fragment < 0 ? "" : reference.substring(fragment + 1);
    Document document = documents.get(url);
    if (document == null) {
      document = load(reference, url);
    }
    var found = new Document(follow(document.value(), pointer), document.draft());
    documents.put(reference, found);
    return found;
  }

  private Document load(String reference, String url) throws SchemaException {
    if (url.indexOf(':') < 0) {
      throw new SchemaException("Reference " + reference + " must be canonical");
    } else if (++loaded > LIMIT) {
      throw new SchemaException("more than " + LIMIT + " remote references");
    }
    Optional<Value> known = MetaSchemas.of(url);
    Value value = known.isPresent() ? known.get() : remote.load(url);
    Draft draft = Draft.of(value, Draft.HYBRID);
    add(value, url, draft);
    var document = new Document(value, draft);
    documents.put(url, document);
    return document;
  }

  private static Value follow(Value document, String pointer) throws SchemaException {
    if (!pointer.startsWith("/")) {
      return document;
    }
    Value current = document;
    for (String token : decoded(pointer).substring(1).split("/", -1)) {
      String name = token.replace("~1", "/").replace("~0", "~");
      current =
          switch (current) {
            case ObjectValue object ->
                object
                    .get(name)
                    .orElseThrow(() -> new SchemaException("Object has no key '" + name + "'"));
            case ArrayValue array -> element(array, name);
            default -> throw new SchemaException("Invalid token reference '" + name + "'");
          };
    }
    return current;
  }

  private static String decoded(String pointer) {
    try {
      return URLDecoder.decode(pointer.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return pointer;
    }
  }

  private static Value element(ArrayValue array, String name) throws SchemaException {
    int index;
    try {
      index = Integer.parseInt(name);
    } catch (NumberFormatException e) {
      throw new SchemaException("Invalid array index '" + name + "'");
    }
    if (index < 0 || index >= array.size()) {
      throw new SchemaException("Out of bound array[0," + array.size() + "] index '" + index + "'");
    }
    return array.at(index);
  }
}
