package dev.landwaiter.policy.gatekeeper.cel.function;

import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.one;
import static dev.landwaiter.policy.gatekeeper.cel.function.Operation.walk;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.MadeSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The formats of names and values that Kubernetes knows.
final class NamedFormats {
  static final Library LIBRARY = new Library(declarations(), operations());

  private NamedFormats() {}

  private static String declarations() {
    List<String> lines = new ArrayList<>();
    lines.add("format.named string -> optional(kubernetes.NamedFormat)");
    lines.add("validate kubernetes.NamedFormat . string -> optional(list(string))");
    for (NamedFormat format : NamedFormat.values()) {
      lines.add("format." + format.text() + " -> kubernetes.NamedFormat");
    }
    return String.join("\n", lines);
  }

  private static Map<String, Operation> operations() {
    Map<String, Operation> all = new LinkedHashMap<>();
    all.put("format.named", one((a, _) -> named(a[0])));
    all.put("validate", walk((a, _) -> validate(a)));
    for (NamedFormat format : NamedFormat.values()) {
      all.put("format." + format.text(), one((_, _) -> new Format(format)));
    }
    return all;
  }

  /// A format as a value.
  private record Format(NamedFormat format) implements Item.Opaque {
    @Override
    public String typeName() {
      return "kubernetes.NamedFormat";
    }
  }

  private static Item named(Item item) {
    if (!(item instanceof Item.Text name)) {
      return Item.Failure.NO_OVERLOAD;
    }
    for (NamedFormat format : NamedFormat.values()) {
      if (format.text().equals(name.value())) {
        return Item.Maybe.of(new Format(format));
      }
    }
    return Item.Maybe.NONE;
  }

  private static Item validate(Item[] arguments) {
    if (!(arguments[0] instanceof Format format) || !(arguments[1] instanceof Item.Text text)) {
      return Item.Failure.NO_OVERLOAD;
    }
    var mistakes = new MadeSequence();
    format.format.mistakes(text.value()).forEach(mistake -> mistakes.add(new Item.Text(mistake)));
    return mistakes.size() == 0 ? Item.Maybe.NONE : Item.Maybe.of(mistakes);
  }
}
