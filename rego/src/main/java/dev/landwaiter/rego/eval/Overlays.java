package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.syntax.With;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The `with` of one expression.
record Overlays(List<Overlay> overlays, List<Branch> branches) {

  /// One `with`.
  sealed interface Overlay {}

  /// A part of the input.
  record OfInput(List<Node> path, Node value) implements Overlay {}

  /// A part of the data.
  record OfData(List<Node> path, Node value, Location at) implements Overlay {}

  /// A function by a value.
  record ByValue(String name, Node value) implements Overlay {}

  /// A function by a function.
  record ByFunction(String name, Callable function) implements Overlay {}

  static Overlays of(Lowering body, List<With> all) {
    List<Overlay> overlays = new ArrayList<>();
    for (With with : all) {
      overlays.add(overlay(body, with));
    }
    return new Overlays(overlays, body.linker.branches());
  }

  private static Overlay overlay(Lowering body, With with) {
    Ref target =
        with.target() instanceof Ref ref ? ref : new Ref(List.of(with.target()), with.at());
    String root = target.head() instanceof Variable head ? head.name() : "";
    if (root.equals("input")) {
      return new OfInput(path(body, target), body.node(with.value()));
    }
    Branch branch = References.function(body.linker, target);
    boolean isFunction = branch != null && branch.kind() == Branch.Kind.FUNCTION;
    if (root.equals("data") && !isFunction) {
      return new OfData(path(body, target), body.node(with.value()), with.at());
    }
    String name = TermText.dotted(target);
    Callable function = function(body, with.value());
    return function == null
        ? new ByValue(name, body.node(with.value()))
        : new ByFunction(name, function);
  }

  private static List<Node> path(Lowering body, Ref target) {
    return target.parts().stream().skip(1).map(body::node).toList();
  }

  /// The function a term names, or null.
  private static @Nullable Callable function(Lowering body, Term value) {
    if (!(value instanceof Ref || value instanceof Variable)) {
      return null;
    }
    Ref ref = value instanceof Ref it ? it : new Ref(List.of(value), value.at());
    if (ref.head() instanceof Variable head && body.bound.contains(head.name())) {
      return null;
    }
    Builtin builtin = body.linker.builtin(TermText.dotted(ref));
    if (builtin != null) {
      return new Calls.BuiltIn(builtin, new Node[0], value.at());
    }
    Branch branch = References.function(body.linker, ref);
    return branch != null && branch.kind() == Branch.Kind.FUNCTION
        ? body.linker.whole(branch)
        : null;
  }

  /// The scope inside, or null when a value is undefined.
  @Nullable Scope inner(Frame frame) {
    Scope outer = frame.scope;
    Value input = outer.input;
    Value data = outer.data;
    boolean[] replaced = outer.replaced;
    Map<String, Scope.Mock> mocks = outer.mocks;
    for (Overlay overlay : overlays) {
      switch (overlay) {
        case OfInput(List<Node> nodes, Node node) -> {
          Value[] path = Nodes.all(nodes.toArray(Node[]::new), frame);
          Value value = node.eval(frame);
          if (path == null || value == null) {
            return null;
          }
          input = Paths.put(input, path, value);
        }
        case OfData(List<Node> nodes, Node node, Location at) -> {
          Value[] path = Nodes.all(nodes.toArray(Node[]::new), frame);
          Value value = node.eval(frame);
          if (path == null || value == null) {
            return null;
          }
          data = Paths.overlay(data, path, value, at);
          replaced = replaced(replaced, path);
        }
        case ByValue(String name, Node node) -> {
          Value value = node.eval(frame);
          if (value == null) {
            return null;
          }
          mocks = with(mocks, name, new Scope.Mock(value, null));
        }
        case ByFunction(String name, Callable function) ->
            mocks = with(mocks, name, new Scope.Mock(null, function));
      }
    }
    return outer.inner(new Scope.Parts(input, data, replaced, mocks));
  }

  private boolean[] replaced(boolean @Nullable [] before, Value[] path) {
    boolean[] after = before == null ? new boolean[branches.size()] : before.clone();
    for (Branch branch : branches) {
      after[branch.number] |= branch.isAtOrBelow(List.of(path));
    }
    return after;
  }

  private static Map<String, Scope.Mock> with(
      @Nullable Map<String, Scope.Mock> mocks, String name, Scope.Mock mock) {
    Map<String, Scope.Mock> more = mocks == null ? new HashMap<>() : new HashMap<>(mocks);
    more.put(name, mock);
    return more;
  }

  /// Goes on inside.
  static final class Enter extends Step {
    private final Overlays overlays;
    private final Step inside;

    Enter(Overlays overlays, Step inside) {
      this.overlays = overlays;
      this.inside = inside;
    }

    @Override
    boolean run(Frame frame) {
      Scope before = frame.scope;
      Scope inner = overlays.inner(frame);
      if (inner == null) {
        return false;
      }
      before.run.reserve(inner.memory.length / 2 + 8L);
      frame.scope = inner;
      boolean over = inside.run(frame);
      frame.scope = before;
      return over;
    }
  }

  /// Goes on outside, for as long as what is behind takes.
  static final class Leave extends Step {
    private final Step next;

    Leave(Step next) {
      this.next = next;
    }

    @Override
    boolean run(Frame frame) {
      Scope inner = frame.scope;
      Scope outer = inner.outer;
      if (outer == null) {
        throw new IllegalStateException("nothing was entered");
      }
      frame.scope = outer;
      boolean over = next.run(frame);
      frame.scope = inner;
      return over;
    }
  }
}
