package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.type.Declaration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns calls into nodes and steps.
final class Calls {
  private Calls() {}

  /// A call that stands as an expression of a body.
  static void expression(Lowering body, Call call, Location at) {
    String name = call.name();
    List<Term> arguments = call.arguments();
    if ((name.equals("eq") || name.equals("assign")) && arguments.size() == 2) {
      body.unify(arguments.getFirst(), arguments.getLast());
      return;
    }
    Builtin builtin = body.linker.builtin(name);
    if (builtin != null && builtin.declaration().is(Declaration.Flag.RELATION)) {
      Walking.call(body, call);
      return;
    }
    int arity = arity(body, call, builtin);
    if (arguments.size() > arity) {
      Node node = node(body, shortened(call, arity), at);
      Term result = arguments.getLast();
      result(body, node, result);
      return;
    }
    Node node = node(body, call, at);
    if (builtin != null && builtin.declaration().type().result().isEmpty()) {
      body.add(next -> new Steps.Effect(node, next));
    } else {
      body.add(next -> new Steps.Test(node, next));
    }
  }

  private static void result(Lowering body, Node node, Term result) {
    if (body.isKnown(result)) {
      Node test = Operators.same(node, body.node(result));
      body.add(next -> new Steps.Test(test, next));
      return;
    }
    Pattern pattern = body.pattern(result);
    if (pattern instanceof Pattern.Bind bind) {
      body.add(next -> new Steps.Assign(bind.slot, node, next));
    } else {
      body.add(next -> new Steps.Match(node, pattern, next));
    }
  }

  private static Call shortened(Call call, int arity) {
    return new Call(call.operator(), call.arguments().subList(0, arity), call.at());
  }

  private static int arity(Lowering body, Call call, @Nullable Builtin builtin) {
    if (builtin != null) {
      Declaration declaration = builtin.declaration();
      return declaration.type().variadic().isPresent()
          ? call.arguments().size()
          : declaration.arity();
    }
    Branch branch = References.function(body.linker, call.operator());
    return branch == null
        ? call.arguments().size()
        : branch.rules.getFirst().rule().head().args().size();
  }

  /// A call with just its arguments.
  static Node node(Lowering body, Call call, Location at) {
    String name = call.name();
    Node[] arguments = call.arguments().stream().map(body::node).toArray(Node[]::new);
    Node plain = plain(body, call, arguments, at);
    return body.linker.mayBeMocked(name) ? new Rules.Replaceable(name, plain, arguments) : plain;
  }

  private static Node plain(Lowering body, Call call, Node[] arguments, Location at) {
    String name = call.name();
    Builtin builtin = body.linker.builtin(name);
    if (builtin != null) {
      if (hasEffects(builtin)) {
        body.hasEffects();
      }
      return Operators.of(builtin, arguments, at);
    }
    Branch branch = References.function(body.linker, call.operator());
    if (branch == null) {
      throw new IllegalStateException("undefined function " + name);
    }
    body.heavy = true;
    Group group = body.linker.whole(branch);
    return branch.kind() == Branch.Kind.FUNCTION
        ? new Rules.Called(group, arguments)
        : new Rules.Whole(group);
  }

  private static boolean hasEffects(Builtin builtin) {
    return builtin.declaration().is(Declaration.Flag.NONDETERMINISTIC)
        || builtin.declaration().type().result().isEmpty()
        || builtin.name().equals("trace");
  }

  /// A call of a built-in function.
  static final class BuiltIn extends Node implements Callable {
    private final Builtin builtin;
    private final Node[] arguments;
    private final Location at;

    BuiltIn(Builtin builtin, Node[] arguments, Location at) {
      this.builtin = builtin;
      this.arguments = arguments;
      this.at = at;
    }

    @Override
    @Nullable Value eval(Frame frame) {
      Value[] values = Nodes.all(arguments, frame);
      return values == null ? null : call(frame.scope, values);
    }

    @Override
    public @Nullable Value call(Scope scope, Value[] values) {
      try {
        return builtin.operation().call(scope.run.surroundings, values);
      } catch (BuiltinException e) {
        scope.run.failed(builtin.name(), e, at);
        return null;
      }
    }
  }
}
