package dev.landwaiter.policy.input.bom;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.GoDouble;
import dev.landwaiter.base.format.XmlElement;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.input.bom.CyclonedxModel.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// CycloneDX in XML as JSON. Elements that the format does not have are left out, as are empty
/// texts.
final class CyclonedxXml {
  private final String where;

  CyclonedxXml(String where) {
    this.where = where;
  }

  /// The document; the two members that XML does not have are as Conftest shows them.
  Value bom(XmlElement root) throws FormatException {
    if (!root.name().equals("bom")) {
      throw wrong(root, "the root of CycloneDX is the element bom, not " + root.name());
    }
    var members = new ObjectValue.Draft();
    members.put(new StringValue("bomFormat"), new StringValue(""));
    members.put(new StringValue("specVersion"), new StringValue("SpecVersion(0)"));
    members.put(new StringValue("version"), Value.of(0));
    parts("bom", root, members);
    return members.finish();
  }

  private void parts(String kind, XmlElement element, ObjectValue.Draft members)
      throws FormatException {
    for (Part part : CyclonedxModel.KINDS.getOrDefault(kind, List.of())) {
      Optional<Value> value = part(part, element);
      if (value.isPresent()) {
        members.put(new StringValue(part.json()), value.get());
      }
    }
  }

  private Optional<Value> part(Part part, XmlElement element) throws FormatException {
    if (part.source().equals(".")) {
      return scalar(part.kind(), element.text(), element);
    }
    if (part.source().startsWith("@")) {
      String text = element.attributes().get(part.source().substring(1));
      return text == null ? Optional.empty() : scalar(part.kind(), text, element);
    }
    if (part.item().equals("+")) {
      return list(part.kind(), element.children(part.source()));
    }
    // Of equal elements the last wins.
    List<XmlElement> found = element.children(part.source());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    return part.item().isEmpty()
        ? value(part.kind(), found.getLast())
        : list(part.kind(), found.getLast().children(part.item()));
  }

  private Optional<Value> list(String kind, List<XmlElement> elements) throws FormatException {
    List<Value> values = new ArrayList<>(elements.size());
    for (XmlElement each : elements) {
      values.add(value(kind, each).orElse(new StringValue("")));
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(new ArrayValue(values));
  }

  private Optional<Value> value(String kind, XmlElement element) throws FormatException {
    return switch (kind) {
      case "", "int", "number", "bool" -> scalar(kind, element.text(), element);
      case "licenses" -> licenses(element);
      case "tools" -> tools(element);
      case "dependency" -> Optional.of(dependency(element));
      case "references" -> references(element.children());
      case "serviceData" -> list("classification", element.children("classification"));
      default -> {
        var members = new ObjectValue.Draft();
        parts(kind, element, members);
        yield Optional.of(members.finish());
      }
    };
  }

  private Optional<Value> scalar(String kind, String text, XmlElement element)
      throws FormatException {
    try {
      return switch (kind) {
        case "int" -> Optional.of(Value.of(Long.parseLong(text.strip())));
        case "number" ->
            Optional.of(NumberValue.of(GoDouble.text(Double.parseDouble(text.strip()))));
        case "bool" -> Optional.of(Value.of(flag(text.strip(), element)));
        default -> text.isEmpty() ? Optional.empty() : Optional.of(new StringValue(text));
      };
    } catch (IllegalArgumentException e) {
      throw wrong(element, "in " + element.name() + " a number was expected, not " + text);
    }
  }

  private boolean flag(String text, XmlElement element) throws FormatException {
    return switch (text) {
      case "1", "t", "T", "true", "TRUE", "True" -> true;
      case "0", "f", "F", "false", "FALSE", "False" -> false;
      default -> throw wrong(element, "in " + element.name() + " true or false was expected");
    };
  }

  private Optional<Value> licenses(XmlElement element) throws FormatException {
    List<Value> choices = new ArrayList<>();
    for (XmlElement each : element.children()) {
      if (each.name().equals("license")) {
        choices.add(object("license", value("license", each).orElse(ObjectValue.EMPTY)));
      } else if (each.name().equals("expression")) {
        choices.add(object("expression", new StringValue(each.text())));
      }
    }
    return choices.isEmpty() ? Optional.empty() : Optional.of(new ArrayValue(choices));
  }

  private static Value object(String key, Value value) {
    var members = new ObjectValue.Draft();
    members.put(new StringValue(key), value);
    return members.finish();
  }

  /// A list of tools up to version 1.4, components and services since.
  private Optional<Value> tools(XmlElement element) throws FormatException {
    List<XmlElement> old = element.children("tool");
    if (!old.isEmpty()) {
      return list("tool", old);
    }
    var members = new ObjectValue.Draft();
    for (String kind : List.of("component", "service")) {
      Optional<XmlElement> all = element.child(kind + "s");
      if (all.isPresent()) {
        Optional<Value> found = list(kind, all.get().children(kind));
        if (found.isPresent()) {
          members.put(new StringValue(kind + "s"), found.get());
        }
      }
    }
    return members.size() == 0 ? Optional.empty() : Optional.of(members.finish());
  }

  private static Value dependency(XmlElement element) {
    var members = new ObjectValue.Draft();
    members.put(new StringValue("ref"), new StringValue(element.attribute("ref")));
    references(element.children("dependency"))
        .ifPresent(all -> members.put(new StringValue("dependsOn"), all));
    references(element.children("provides"))
        .ifPresent(all -> members.put(new StringValue("provides"), all));
    return members.finish();
  }

  private static Optional<Value> references(List<XmlElement> elements) {
    List<Value> all = new ArrayList<>();
    elements.forEach(each -> all.add(new StringValue(each.attribute("ref"))));
    return all.isEmpty() ? Optional.empty() : Optional.of(new ArrayValue(all));
  }

  private FormatException wrong(XmlElement element, String message) {
    return new FormatException(new Problem(where, Optional.of(element.start()), message, ""));
  }
}
