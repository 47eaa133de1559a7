package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A compiled policy made ready for the search. Never changed after it is made.
final class Program {
  final Node root = new Node(Value.of("data"), false);
  private final Map<String, Builtin> builtins;
  private final IdentityHashMap<Term, Block> closures = new IdentityHashMap<>();
  private final Blocks blocks = new Blocks(this, closures);

  Program(CompiledPolicy policy, Map<String, Builtin> builtins) {
    this.builtins = Map.copyOf(builtins);
    var open = new ArrayList<Runnable>();
    for (Module module : policy.modules()) {
      for (Rule rule : module.rules()) {
        enter(module.packageClause().path(), new Folding().rule(rule), open);
      }
      place(module.packageClause().path().parts());
    }
    // Bodies name other rules, so that all must be in their places first.
    open.forEach(Runnable::run);
    root.finish(this::isVirtual);
  }

  private void enter(Ref packagePath, Rule rule, List<Runnable> open) {
    var parts = new ArrayList<Term>(packagePath.parts());
    rule.head()
        .ref()
        .parts()
        .forEach(part -> parts.add(parts.size() == packagePath.parts().size() ? name(part) : part));
    var path = new Ref(parts, rule.head().ref().at());
    int ground = 1;
    while (ground < parts.size() && parts.get(ground) instanceof Scalar) {
      ground++;
    }
    Node node = place(parts.subList(0, ground));
    var definition = new ArrayList<Clause>();
    node.definitions.add(definition);
    definition.add(
        new Clause(rule, path, new Block(rule.body(), List.of()), rule.head().args(), TRUE));
    open.add(() -> {
      definition.clear();
      for (Optional<Rule> next = Optional.of(rule); next.isPresent(); next = next.get().orElse()) {
        definition.add(clause(next.get(), path, rule));
      }
    });
  }

  private static final Term TRUE = Scalar.of(true, dev.landwaiter.rego.Location.NONE);

  private Clause clause(Rule branch, Ref path, Rule root) {
    List<Term> arguments =
        branch.head().args().isEmpty() ? root.head().args() : branch.head().args();
    Term value = branch.head().key().or(() -> branch.head().value()).orElse(TRUE);
    arguments.forEach(blocks::gather);
    blocks.gather(value);
    path.parts().forEach(blocks::gather);
    return new Clause(branch, path, blocks.block(branch.body()), arguments, value);
  }

  private static Term name(Term part) {
    return part instanceof Variable variable ? Scalar.of(variable.name(), variable.at()) : part;
  }

  private Node place(List<Term> parts) {
    Node node = root;
    for (int i = 1; i < parts.size(); i++) {
      Value key = ((Scalar) name(parts.get(i))).value();
      boolean hidden = i == 1 && key.equals(Value.of("system"));
      node = node.children.computeIfAbsent(key, k -> new Node(k, hidden));
    }
    return node;
  }

  /// The node at a ground path from `data`, or null.
  @Nullable Node find(List<Term> parts) {
    Node node = root;
    for (int i = 1; i < parts.size() && node != null; i++) {
      node = parts.get(i) instanceof Scalar scalar ? node.children.get(scalar.value()) : null;
    }
    return node;
  }

  private boolean isVirtual(Ref ref) {
    if (!(ref.head() instanceof Variable variable && variable.name().equals("data"))) {
      return false;
    }
    Node node = root;
    for (int i = 1; i < ref.parts().size(); i++) {
      Node child =
          ref.parts().get(i) instanceof Scalar scalar ? node.children.get(scalar.value()) : null;
      if (child == null) {
        return false;
      }
      if (child.hasRules()) {
        return true;
      }
      node = child;
    }
    return true;
  }

  Operator operator(Ref ref) {
    String name = dev.landwaiter.rego.syntax.TermText.dotted(ref);
    boolean rule = ref.head() instanceof Variable variable && variable.name().equals("data");
    return new Operator(
        ref, name, rule ? null : builtins.get(name), rule ? find(ref.parts()) : null);
  }

  /// The body of a comprehension, or null when it belongs to a query.
  @Nullable Block closure(Term comprehension) {
    return closures.get(comprehension);
  }
}
