package dev.landwaiter.rego.compile;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.Annotations;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The annotations of all modules by what they speak of (reference 7.1).
final class AnnotationSet {
  private final Map<Ref, Annotations> documents = new HashMap<>();
  private final Map<Ref, Annotations> packages = new HashMap<>();
  private final Map<Ref, Annotations> subpackages = new HashMap<>();

  /// @param problems takes an error for what is annotated twice
  AnnotationSet(List<Module> modules, Problems problems) {
    for (Module module : modules) {
      Ref path = module.packageClause().path();
      for (Annotations one : module.annotations()) {
        switch (one.scope()) {
          case "package" -> add(packages, path, one, problems);
          case "subpackages" -> add(subpackages, path, one, problems);
          case "document" ->
              rule(module, one).ifPresent(rule -> add(documents, front(path, rule), one, problems));
          default -> {}
        }
      }
    }
  }

  private static void add(
      Map<Ref, Annotations> known, Ref path, Annotations one, Problems problems) {
    Annotations before = known.putIfAbsent(path, one);
    if (before != null) {
      problems.type(one.at(), one.scope() + " annotation redeclared: " + before.at().prefix());
    }
  }

  private static Optional<Rule> rule(Module module, Annotations one) {
    return module.rules().stream()
        .filter(rule -> rule.annotations().stream().anyMatch(own -> own.at().equals(one.at())))
        .findFirst();
  }

  private static Ref front(Ref packagePath, Rule rule) {
    return Bodies.groundFront(Bodies.path(packagePath, rule.head().ref()));
  }

  /// The annotations of a rule itself, the closest first.
  private static List<Annotations> own(Rule rule) {
    return rule.annotations().stream()
        .filter(one -> one.scope().equals("rule"))
        .sorted((a, b) -> Unsafe.ORDER.compare(b.at(), a.at()))
        .toList();
  }

  /// What `rego.metadata.rule()` answers in a rule.
  static Value ofRule(Rule rule) {
    return own(rule).stream()
        .findFirst()
        .map(one -> answered(one.fields()))
        .orElseGet(() -> new ObjectValue.Draft().finish());
  }

  /// What `rego.metadata.chain()` answers in a rule.
  Value chain(Module module, Rule rule) {
    Ref packagePath = module.packageClause().path();
    Ref path = front(packagePath, rule);
    var entries = new ArrayList<Value>();
    List<Annotations> own = own(rule);
    if (own.isEmpty()) {
      entries.add(entry(path, Optional.empty()));
    }
    own.forEach(one -> entries.add(entry(path, Optional.of(one))));
    add(entries, path, documents);
    add(entries, packagePath, packages);
    for (int size = packagePath.parts().size(); size > 0; size--) {
      add(entries, new Ref(packagePath.parts().subList(0, size), packagePath.at()), subpackages);
    }
    return new ArrayValue(entries);
  }

  private static void add(List<Value> entries, Ref path, Map<Ref, Annotations> known) {
    Optional.ofNullable(known.get(path))
        .ifPresent(one -> entries.add(entry(path, Optional.of(one))));
  }

  private static Value entry(Ref path, Optional<Annotations> annotations) {
    var entry = new ObjectValue.Draft();
    entry.put(
        Value.of("path"),
        new ArrayValue(
            path.parts().stream()
                .skip(1)
                .map(part -> part instanceof Scalar scalar ? scalar.value() : Value.of(""))
                .toList()));
    annotations.ifPresent(one -> entry.put(Value.of("annotations"), answered(one.fields())));
    return entry.finish();
  }

  /// Refs as lists of texts, where the JSON form of syntax has nodes.
  private static Value answered(Value fields) {
    return switch (fields) {
      case ObjectValue object -> {
        var draft = new ObjectValue.Draft();
        object
            .members()
            .forEach((key, value) ->
                draft.put(
                    key,
                    key.asText().equals("path") || key.asText().equals("schema")
                        ? texts(value)
                        : key.asText().equals("schemas") ? each(value) : value));
        yield draft.finish();
      }
      default -> fields;
    };
  }

  private static Value each(Value list) {
    return new ArrayValue(list.elements().stream().map(AnnotationSet::answered).toList());
  }

  private static Value texts(Value nodes) {
    return nodes instanceof ArrayValue
        ? new ArrayValue(
            nodes.elements().stream().map(node -> node.get("value").orElse(node)).toList())
        : nodes;
  }
}
