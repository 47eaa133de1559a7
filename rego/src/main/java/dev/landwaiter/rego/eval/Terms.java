package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.TemplateString;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.List;
import java.util.stream.Stream;

/// Turns terms into nodes. What a term iterates over becomes steps of the body in front.
final class Terms {
  private final Lowering body;
  private final References references;

  Terms(Lowering body) {
    this.body = body;
    this.references = new References(body, this);
  }

  /// Whether a variable is one of the two documents.
  static boolean isRoot(String name) {
    return name.equals("input") || name.equals("data");
  }

  Node node(Term term) {
    return switch (term) {
      case Scalar scalar -> new Nodes.Constant(scalar.value());
      case Variable variable -> variable(variable);
      case Ref ref -> references.node(ref);
      case ArrayTerm array -> array(nodes(array.elements()));
      case SetTerm set -> set(nodes(set.elements()));
      case ObjectTerm object -> object(object);
      case ArrayComprehension c -> {
        var named = Variables.of(c);
        yield new Closures(body)
            .comprehension(named, c.body(), in -> new Gatherings.One(in.node(c.head()), false));
      }
      case SetComprehension c -> {
        var named = Variables.of(c);
        yield new Closures(body)
            .comprehension(named, c.body(), in -> new Gatherings.One(in.node(c.head()), true));
      }
      case ObjectComprehension c -> {
        var named = Variables.of(c);
        yield new Closures(body)
            .comprehension(
                named,
                c.body(),
                in -> new Gatherings.Two(in.node(c.key()), in.node(c.value()), c.key().at()));
      }
      case Call call -> Calls.node(body, call, call.at());
      case TemplateString _ ->
          throw new IllegalStateException("template strings are calls once compiled");
    };
  }

  private Node variable(Variable variable) {
    if (body.bound.contains(variable.name())) {
      return new Nodes.Slot(body.slots.of(variable.name()));
    }
    if (isRoot(variable.name())) {
      return references.node(new Ref(List.of(variable), variable.at()));
    }
    throw new Unbound(variable.name());
  }

  private Node[] nodes(List<Term> terms) {
    return terms.stream().map(this::node).toArray(Node[]::new);
  }

  private static boolean areConstant(Node[] nodes) {
    return Stream.of(nodes).allMatch(Nodes.Constant.class::isInstance);
  }

  private static Value[] values(Node[] nodes) {
    return Stream.of(nodes).map(node -> ((Nodes.Constant) node).value).toArray(Value[]::new);
  }

  private static Node array(Node[] nodes) {
    return areConstant(nodes)
        ? new Nodes.Constant(ArrayValue.of(values(nodes)))
        : new Nodes.Elements(nodes);
  }

  private static Node set(Node[] nodes) {
    return areConstant(nodes)
        ? new Nodes.Constant(new SetValue(List.of(values(nodes))))
        : new Nodes.Collected(nodes);
  }

  private Node object(ObjectTerm object) {
    Node[] keys = object.entries().stream().map(e -> node(e.key())).toArray(Node[]::new);
    Node[] values = object.entries().stream().map(e -> node(e.value())).toArray(Node[]::new);
    if (!areConstant(keys)) {
      return new Nodes.Members(keys, values);
    }
    var draft = new ObjectValue.Draft();
    boolean constant = areConstant(values);
    for (int i = 0; i < keys.length; i++) {
      draft.put(
          ((Nodes.Constant) keys[i]).value,
          constant ? ((Nodes.Constant) values[i]).value : BooleanValue.TRUE);
    }
    ObjectValue made = draft.finish();
    if (constant) {
      return new Nodes.Constant(made);
    }
    return made.size() == keys.length
        ? new Nodes.Shaped(made, values)
        : new Nodes.Members(keys, values);
  }

  /// A part of a node by a constant.
  Node part(Node of, Value key) {
    return key instanceof StringValue
        ? new Nodes.Member(of, key, body.looped)
        : new Nodes.Select(of, new Nodes.Constant(key));
  }
}
