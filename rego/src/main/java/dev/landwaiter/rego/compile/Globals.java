package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.Import;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What names of a module mean that are not declared in a rule: rules of its package, and imports.
final class Globals {
  private final Map<String, Ref> meanings = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /// @param rules the names of the rules of the package, in all modules
  Globals(Ref packagePath, Collection<String> rules, List<Import> imports) {
    for (String rule : rules) {
      var parts = new ArrayList<Term>(packagePath.parts());
      parts.add(Scalar.of(rule, packagePath.at()));
      meanings.put(rule, new Ref(parts, packagePath.at()));
    }
    for (Import one : imports) {
      if (isDocument(one)) {
        meanings.put(name(one), one.path());
      }
    }
  }

  /// Whether an import brings a document (not a keyword).
  static boolean isDocument(Import one) {
    return one.path().head() instanceof Variable root
        && !root.name().equals("future")
        && !root.name().equals("rego");
  }

  /// The name an import gives.
  static String name(Import one) {
    return one.alias()
        .orElseGet(() ->
            switch (one.path().parts().getLast()) {
              case Scalar scalar -> scalar.value().asText();
              case Variable variable -> variable.name();
              case Term other -> other.toString();
            });
  }

  Optional<Ref> meaning(String name) {
    Optional<Ref> meaning = Optional.ofNullable(meanings.get(name));
    if (meaning.isPresent()) {
      used.add(name);
    }
    return meaning;
  }

  boolean isUsed(Import one) {
    return used.contains(name(one));
  }
}
