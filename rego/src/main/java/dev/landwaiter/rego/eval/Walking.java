package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `walk`, the one function with many results: a loop over all that lies in a value.
final class Walking {
  private static final int DEEPEST = 100_000;

  private Walking() {}

  static void call(Lowering body, Call call) {
    List<Term> arguments = call.arguments();
    Node of = body.node(arguments.getFirst());
    if (arguments.size() == 1) {
      into(body, of, new Variable("$walk", call.at()));
    } else {
      into(body, of, arguments.getLast());
    }
  }

  /// Whether an expression walks into a generated variable that the next one takes apart, and that
  /// nothing else names.
  static boolean isTakenApart(Expr walk, Expr next, List<Expr> all) {
    if (!(walk.content() instanceof Call call
        && call.name().equals("walk")
        && call.arguments().size() == 2
        && call.arguments().getLast() instanceof Variable result
        && result.isGenerated()
        && isPlain(walk)
        && isPlain(next))) {
      return false;
    }
    return next.content() instanceof Call equality
        && equality.name().equals("eq")
        && equality.arguments().size() == 2
        && equality.arguments().contains(result)
        && equality.arguments().stream().anyMatch(ArrayTerm.class::isInstance)
        && Variables.counts(all).getOrDefault(result.name(), 0) == 2;
  }

  private static boolean isPlain(Expr expression) {
    return expression.with().isEmpty() && !expression.negated();
  }

  static void fused(Lowering body, Expr walk, Expr next) {
    Term result = ((Call) walk.content()).arguments().getLast();
    List<Term> sides = ((Call) next.content()).arguments();
    Term pair = sides.getFirst().equals(result) ? sides.getLast() : sides.getFirst();
    into(body, body.node(((Call) walk.content()).arguments().getFirst()), pair);
  }

  private static void into(Lowering body, Node of, Term result) {
    body.looped = true;
    body.heavy = true;
    if (!(result instanceof ArrayTerm pair)
        || pair.elements().size() != 2
        || body.isKnown(pair)
        || pair.elements().getFirst().equals(pair.elements().getLast())) {
      Pattern whole = body.pattern(result);
      body.add(next -> new Walk(of, new PairMatch(whole), new Node[0], next));
      return;
    }
    Term path = pair.elements().getFirst();
    Term value = pair.elements().getLast();
    if (body.isKnown(path)) {
      Node known = body.node(path);
      Pattern pattern = body.pattern(value);
      body.add(next -> new At(of, known, pattern, next));
      return;
    }
    Node[] front = front(body, path);
    Pattern paths = body.pattern(path);
    Pattern values = body.pattern(value);
    body.add(next -> new Walk(of, new Two(paths, values), front, next));
  }

  /// What is known of the first parts of the paths looked for; null where a part is not.
  private static @Nullable Node[] front(Lowering body, Term path) {
    if (!(path instanceof ArrayTerm array)) {
      return new Node[0];
    }
    return array.elements().stream()
        .map(part -> body.isKnown(part) ? body.node(part) : null)
        .toArray(Node[]::new);
  }

  /// What a path and a value have to look like.
  private interface Both {
    boolean match(Frame frame, Value[] path, int depth, Value value);
  }

  private record PairMatch(Pattern whole) implements Both {
    @Override
    public boolean match(Frame frame, Value[] path, int depth, Value value) {
      return whole.match(frame, ArrayValue.of(ArrayValue.of(Arrays.copyOf(path, depth)), value));
    }
  }

  private record Two(Pattern path, Pattern value) implements Both {
    @Override
    public boolean match(Frame frame, Value[] parts, int depth, Value at) {
      return (path instanceof Pattern.Anything
              || path.match(frame, ArrayValue.of(Arrays.copyOf(parts, depth))))
          && value.match(frame, at);
    }
  }

  /// One value by its path.
  private static final class At extends Step {
    private final Node of;
    private final Node path;
    private final Pattern pattern;
    private final Step next;

    At(Node of, Node path, Pattern pattern, Step next) {
      this.of = of;
      this.path = path;
      this.pattern = pattern;
      this.next = next;
    }

    @Override
    boolean run(Frame frame) {
      Value value = of.eval(frame);
      if (value == null || !(path.eval(frame) instanceof ArrayValue parts)) {
        return false;
      }
      Value at = value;
      for (int i = 0; i < parts.size() && at != null; i++) {
        at = Paths.select(at, parts.at(i));
      }
      return at != null && pattern.match(frame, at) && next.run(frame);
    }
  }

  /// All values, from the outside in.
  private static final class Walk extends Step {
    private final Node of;
    private final Both both;
    private final @Nullable Node[] front;
    private final Step next;

    Walk(Node of, Both both, @Nullable Node[] front, Step next) {
      this.of = of;
      this.both = both;
      this.front = front;
      this.next = next;
    }

    @Override
    boolean run(Frame frame) {
      Value value = of.eval(frame);
      if (value == null) {
        return false;
      }
      return new Walker(frame, this).visit(value);
    }
  }

  /// One walk under way.
  private static final class Walker {
    private final Frame frame;
    private final Walk walk;
    private Value[] path = new Value[8];
    private int depth;

    Walker(Frame frame, Walk walk) {
      this.frame = frame;
      this.walk = walk;
    }

    boolean visit(Value value) {
      frame.scope.run.check();
      int length = walk.front.length;
      if ((length == 0 || depth == length)
          && walk.both.match(frame, path, depth, value)
          && walk.next.run(frame)) {
        return true;
      }
      if (length != 0 && depth == length) {
        return false;
      }
      Node known = length == 0 ? null : walk.front[depth];
      if (known != null) {
        Value key = known.eval(frame);
        Value part = key == null ? null : Paths.select(value, key);
        return part != null && key != null && into(key, part);
      }
      return switch (value) {
        case ArrayValue array -> {
          for (int i = 0; i < array.size(); i++) {
            if (into(NumberValue.of(i), array.at(i))) {
              yield true;
            }
          }
          yield false;
        }
        case ObjectValue object -> {
          for (int i = 0; i < object.size(); i++) {
            if (into(object.sortedKey(i), object.sortedValue(i))) {
              yield true;
            }
          }
          yield false;
        }
        case SetValue set -> {
          for (int i = 0; i < set.size(); i++) {
            if (into(set.at(i), set.at(i))) {
              yield true;
            }
          }
          yield false;
        }
        default -> false;
      };
    }

    private boolean into(Value key, Value part) {
      if (depth == path.length) {
        if (depth > DEEPEST) {
          throw new IllegalStateException("no value is so deep");
        }
        path = Arrays.copyOf(path, depth * 2);
      }
      path[depth++] = key;
      boolean over = visit(part);
      depth--;
      return over;
    }
  }
}
