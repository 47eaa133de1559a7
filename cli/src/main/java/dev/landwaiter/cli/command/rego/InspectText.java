package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.parse.AnnotationListing;
import dev.landwaiter.rego.present.JsonValue;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Metadata blocks as text for people.
final class InspectText {
  private InspectText() {}

  static ArrayValue texts(List<String> texts) {
    return new ArrayValue(texts.stream().map(Value::of).toList());
  }

  static String of(List<AnnotationListing.Entry> entries) {
    var text = new StringBuilder(entries.isEmpty() ? "" : "ANNOTATIONS:\n");
    entries.forEach(entry -> write(entry, text));
    return text.toString();
  }

  private static void write(AnnotationListing.Entry entry, StringBuilder text) {
    ObjectValue fields = entry.annotations().fields();
    boolean ofPackage = entry.annotations().scope().matches("package|subpackages");
    String path = withoutData(entry.path());
    String title = fields.text("title").isEmpty() ? path : fields.text("title");
    text.append(title).append('\n').repeat("=", title.length()).append("\n\n");
    if (!fields.text("description").isEmpty()) {
      text.append(fields.text("description")).append("\n\n");
    }
    List<Term> parts = entry.path().parts();
    if (ofPackage) {
      text.append("Package:  ").append(path).append('\n');
    } else {
      var packagePath = new Ref(parts.subList(0, parts.size() - 1), entry.path().at());
      text.append("Package:  ").append(withoutData(packagePath)).append('\n');
      text.append("Rule:     ")
          .append(
              withoutData(new Ref(List.of(parts.getFirst(), parts.getLast()), entry.path().at())))
          .append('\n');
    }
    text.append("Location: ").append(entry.at().prefix()).append('\n');
    text.append("Scope: ").append(entry.annotations().scope()).append('\n');
    if (fields.get("entrypoint").filter(BooleanValue.TRUE::equals).isPresent()) {
      text.append("Entrypoint: true\n");
    }
    list(fields, "organizations", "Organizations", Value::asText, text);
    list(fields, "related_resources", "Related Resources", InspectText::resource, text);
    list(fields, "authors", "Authors", InspectText::author, text);
    list(fields, "schemas", "Schemas", InspectText::schema, text);
    members(fields, "custom", "Custom", text);
    members(fields, "labels", "Labels", text);
    text.append('\n');
  }

  private static String withoutData(Ref path) {
    List<Term> parts = new ArrayList<>(path.parts().subList(1, path.parts().size()));
    if (parts.isEmpty()) {
      return "";
    }
    if (parts.getFirst() instanceof Scalar first) {
      parts.set(0, new Variable(first.value().asText(), first.at()));
    }
    return TermText.of(new Ref(parts, path.at()));
  }

  private static void list(
      ObjectValue fields,
      String name,
      String title,
      Function<Value, String> each,
      StringBuilder text) {
    List<Value> elements = fields.get(name).orElse(NullValue.NULL).elements();
    if (!elements.isEmpty()) {
      text.append('\n').append(title).append(":\n");
      elements.forEach(one -> text.append(' ').append(each.apply(one)).append('\n'));
    }
  }

  private static void members(ObjectValue fields, String name, String title, StringBuilder text) {
    if (fields.get(name).orElse(NullValue.NULL) instanceof ObjectValue object
        && object.size() > 0) {
      text.append('\n').append(title).append(":\n");
      for (Value key : object.sortedKeys()) {
        text.append(' ')
            .append(key.asText())
            .append(": ")
            .append(JsonValue.compact(object.get(key.asText()).orElse(NullValue.NULL)))
            .append('\n');
      }
    }
  }

  private static String resource(Value resource) {
    String about = resource.text("description");
    return resource.text("ref") + (about.isEmpty() ? "" : " (" + about + ")");
  }

  private static String author(Value author) {
    String mail = author.text("email");
    String name = author.text("name");
    return mail.isEmpty() ? name : (name + " <" + mail + ">").strip();
  }

  private static String schema(Value schema) {
    var path = new StringBuilder();
    for (Value part : schema.get("path").orElse(NullValue.NULL).elements()) {
      String value = part.get("value").map(Value::asText).orElse("");
      path.append(path.isEmpty() ? "" : ".").append(value);
    }
    Value definition = schema.get("definition").orElse(NullValue.NULL);
    String shown =
        definition instanceof NullValue
            ? refText(schema.get("schema").orElse(NullValue.NULL))
            : JsonValue.compact(definition);
    return path + ": " + shown;
  }

  private static String refText(Value ref) {
    List<String> parts = new ArrayList<>();
    for (Value part : ref.elements()) {
      parts.add(part.get("value").orElse(new StringValue("")).asText());
    }
    return String.join(".", parts);
  }
}
