package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.PackageClause;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.trace.Unfolding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The rules that what is left of a query names.
final class Support {
  private final Program program;
  private final Term namespace;
  private final boolean inPlace;
  private final Map<Ref, List<Rule>> packages = new LinkedHashMap<>();
  private final Set<Ref> paths = new java.util.HashSet<>();

  Support(Program program, PartialSettings settings) {
    this.program = program;
    this.namespace = new Scalar(Value.of(settings.namespace()), Location.NONE);
    this.inPlace = settings.inPlace();
  }

  Program program() {
    return program;
  }

  /// Where what is left of the rule at a path stands.
  Ref namespaced(Ref ref) {
    if (inPlace) {
      return ref;
    }
    var parts = new ArrayList<>(ref.parts());
    parts.add(1, namespace);
    return new Ref(parts, ref.at());
  }

  /// The path of a rule that only what is left has.
  Ref path(String name) {
    return new Ref(
        List.of(
            new Variable("data", Location.NONE),
            namespace,
            new Scalar(Value.of(name), Location.NONE)),
        Location.NONE);
  }

  boolean has(Ref path) {
    return paths.contains(path);
  }

  /// Adds a definition of the rule at a path.
  ///
  /// @param rest what follows the path in the head
  void add(Ref path, List<Term> rest, Head parts, Body body, boolean isDefault) {
    int last = path.parts().size() - 1;
    var packagePath = new Ref(path.parts().subList(0, last), Location.NONE);
    var name = new ArrayList<Term>();
    String plain = ((Scalar) path.parts().get(last)).value().asText();
    name.add(new Variable(plain, Location.NONE));
    name.addAll(rest);
    var head =
        new Head(
            new Ref(name, Location.NONE),
            parts.args(),
            parts.key(),
            parts.value(),
            parts.assign() && !isDefault,
            rest.isEmpty() ? Optional.of(plain) : Optional.empty(),
            Location.NONE);
    paths.add(path);
    List<Rule> rules = packages.computeIfAbsent(packagePath, _ -> new ArrayList<>());
    var rule = new Rule(isDefault, head, body, false, Optional.empty(), List.of(), parts.at());
    rules.add(isDefault ? first(rules, head) : rules.size(), rule);
  }

  /// Where the first rule of a name stands; the default goes before it.
  private static int first(List<Rule> rules, Head head) {
    int at = 0;
    while (at < rules.size()
        && !rules.get(at).head().ref().parts().getFirst().equals(head.ref().parts().getFirst())) {
      at++;
    }
    return at;
  }

  List<Module> modules() {
    var unfolding = new Unfolding();
    var modules = new ArrayList<Module>();
    packages.forEach((path, rules) ->
        modules.add(
            new Module(
                new Source("", ""),
                RegoVersion.V1,
                Set.of(),
                new PackageClause(path, Location.NONE),
                List.of(),
                rules.stream().map(unfolding::rule).toList(),
                List.of(),
                List.of())));
    return modules;
  }
}
