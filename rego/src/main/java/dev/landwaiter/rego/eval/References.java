package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns refs into nodes; parts that hold new variables become loops in front.
final class References {
  private final Lowering body;
  private final Terms terms;

  References(Lowering body, Terms terms) {
    this.body = body;
    this.terms = terms;
  }

  Node node(Ref ref) {
    if (ref.head() instanceof Variable head && !body.bound.contains(head.name())) {
      if (head.name().equals("input")) {
        return parts(new Nodes.Input(), ref.parts(), 1);
      }
      if (head.name().equals("data")) {
        return data(ref);
      }
    }
    return parts(body.node(ref.head()), ref.parts(), 1);
  }

  /// What lies at the parts from an index on.
  private Node parts(Node start, List<Term> parts, int from) {
    Node at = start;
    for (Term part : parts.subList(from, parts.size())) {
      at = part(at, part);
    }
    return at;
  }

  private Node part(Node of, Term part) {
    if (part instanceof Scalar scalar) {
      return terms.part(of, scalar.value());
    }
    if (isKnown(part)) {
      Node key = body.node(part);
      return key instanceof Nodes.Constant constant
          ? terms.part(of, constant.value)
          : new Nodes.Select(of, key);
    }
    Pattern key = key(part);
    int slot = body.slots.fresh();
    body.looped = true;
    body.heavy = true;
    body.add(next -> new Steps.Iterate(of, key, slot, next));
    return new Nodes.Slot(slot);
  }

  /// Whether a part needs no loop of its own.
  private boolean isKnown(Term part) {
    return body.isKnown(part) || part instanceof Ref;
  }

  private Pattern key(Term part) {
    for (String name : Variables.of(part)) {
      body.checkGrouping(name);
    }
    return body.pattern(part);
  }

  private Node data(Ref ref) {
    List<Term> parts = ref.parts();
    Branch branch = body.linker.root();
    int at = 1;
    while (at < parts.size() && !branch.hasRules()) {
      Term part = parts.get(at);
      if (!(part instanceof Scalar scalar)) {
        return descend(branch, ref, at);
      }
      Branch child = branch.child(scalar.value());
      if (child == null) {
        return base(parts);
      }
      branch = child;
      at++;
    }
    body.heavy = true;
    if (!branch.hasRules()) {
      body.linker.requireAll(branch);
      return new Rules.Extent(branch, body.linker.groups());
    }
    return switch (branch.kind()) {
      case FUNCTION -> new Nodes.Undefined();
      case COMPLETE -> parts(new Rules.Whole(body.linker.whole(branch)), parts, at);
      case SET, OBJECT -> partial(branch, parts, at);
    };
  }

  private Node base(List<Term> parts) {
    List<Value> path = new ArrayList<>();
    for (Term part : parts.subList(1, parts.size())) {
      if (!(part instanceof Scalar scalar)) {
        break;
      }
      path.add(scalar.value());
    }
    return parts(new Nodes.Base(path.toArray(Value[]::new)), parts, path.size() + 1);
  }

  private Node partial(Branch branch, List<Term> parts, int at) {
    int longest = branch.longestKey();
    List<Node> keys = new ArrayList<>();
    while (keys.size() < longest
        && at + keys.size() < parts.size()
        && isKnown(parts.get(at + keys.size()))) {
      keys.add(body.node(parts.get(at + keys.size())));
    }
    if (keys.isEmpty()) {
      return parts(new Rules.Whole(body.linker.whole(branch)), parts, at);
    }
    Group group = body.linker.keyed(branch, keys.size());
    return parts(new Rules.Keyed(group, keys.toArray(Node[]::new)), parts, at + keys.size());
  }

  private Node descend(Branch branch, Ref ref, int at) {
    body.linker.requireAll(branch);
    List<Rules.Descend.Part> way = new ArrayList<>();
    for (Term part : ref.parts().subList(at, ref.parts().size())) {
      way.add(
          isKnown(part)
              ? new Rules.Descend.Part(body.node(part), new Pattern.Anything())
              : new Rules.Descend.Part(null, key(part)));
    }
    int slot = body.slots.fresh();
    body.looped = true;
    body.heavy = true;
    Group[] groups = body.linker.groups();
    body.add(next -> new Rules.Descend(branch, groups, new Rules.Descend.Way(way, slot, next)));
    return new Nodes.Slot(slot);
  }

  /// The group a call names, or null.
  static @Nullable Branch function(Linker linker, Ref operator) {
    if (!(operator.head() instanceof Variable head) || !head.name().equals("data")) {
      return null;
    }
    Branch branch = linker.root();
    for (Term part : operator.parts().subList(1, operator.parts().size())) {
      Branch child = part instanceof Scalar scalar ? branch.child(scalar.value()) : null;
      if (child == null) {
        return null;
      }
      branch = child;
    }
    return branch.hasRules() ? branch : null;
  }
}
