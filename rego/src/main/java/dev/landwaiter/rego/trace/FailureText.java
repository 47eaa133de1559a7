package dev.landwaiter.rego.trace;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The source of an expression that failed, with the values of its operands below (reference 14.1).
public final class FailureText {
  private final List<Event> events;
  private final Map<String, String> names;

  /// @param events all of a trace, with locals
  /// @param names source names of variables the compiler renamed
  public FailureText(List<Event> events, Map<String, String> names) {
    this.events = List.copyOf(events);
    this.names = Map.copyOf(names);
  }

  /// The last expression that failed inside of what was asked; no lines if there is none.
  public List<String> last() {
    for (int i = events.size() - 1; i >= 0; i--) {
      if (counts(events.get(i))) {
        return lines(i);
      }
    }
    return List.of();
  }

  /// For each case of a table test the last expression that failed in it.
  public Map<List<Value>, List<String>> cases() {
    Map<List<Value>, Integer> last = new LinkedHashMap<>();
    Optional<List<Value>> current = Optional.empty();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      if (event.op() == Event.Op.EVAL
          && event.subject() instanceof Subject.OfExpr(Expr expr)
          && expr.content() instanceof Call call
          && call.name().equals("internal.test_case")) {
        current = keys(call, event);
      } else if (current.isPresent() && counts(event)) {
        last.put(current.get(), i);
      }
    }
    Map<List<Value>, List<String>> found = new LinkedHashMap<>();
    last.forEach((keys, index) -> found.put(keys, lines(index)));
    return found;
  }

  /// The operands of an event's expression with their values: `{x: 1, y: 2}`.
  static String operands(Event event, Map<String, String> names) {
    var operands = new Operands(event);
    if (event.subject() instanceof Subject.OfExpr(Expr expr)) {
      operands.gather(expr, names);
    }
    return operands.found().stream()
        .sorted(Comparator.comparing(OperandTree.Operand::title))
        .map(operand -> operand.title() + ": " + operand.shown())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static Optional<List<Value>> keys(Call call, Event event) {
    Term plugged = new Operands(event).term(call.arguments().getFirst());
    return Operands.value(plugged).map(Value::elements);
  }

  private static boolean counts(Event event) {
    return event.op() == Event.Op.FAIL
        && event.query() != 0
        && event.subject() instanceof Subject.OfExpr(Expr expr)
        && !(expr.content() instanceof Every);
  }

  private List<String> lines(int index) {
    Event event = events.get(index);
    if (!(event.subject() instanceof Subject.OfExpr(Expr failed))) {
      return List.of();
    }
    List<Expr> body = body(index);
    Expr base = base(failed, body);
    var operands = new Operands(event);
    operands.gather(base, names);
    for (Expr other : body) {
      if (other.generated() && isWithin(other.at(), base.at())) {
        operands.gather(other, names);
      }
    }
    Optional<Boolean> whole = wholeValue(index, failed);
    List<String> lines = new ArrayList<>();
    lines.add(base.at().file() + ":" + base.at().row() + ":");
    OperandTree tree = new OperandTree(base.at(), operands.found());
    whole.ifPresent(value -> tree.addImported(failed, value));
    tree.lines().forEach(line -> lines.add("  " + line));
    return lines;
  }

  /// The body that an event's expression stands in, as the last beginning of its query tells.
  private List<Expr> body(int index) {
    long query = events.get(index).query();
    for (int i = index; i >= 0; i--) {
      Event event = events.get(i);
      if (event.query() == query && event.op() == Event.Op.ENTER) {
        return switch (event.subject()) {
          case Subject.OfRule(var rule, var _) -> rule.body().expressions();
          case Subject.OfBody(Body body) -> body.expressions();
          case Subject.OfExpr _ -> List.of();
        };
      }
    }
    return List.of();
  }

  /// What the source says where the compiler made an expression of a part of it.
  private static Expr base(Expr expr, List<Expr> body) {
    if (!expr.generated()) {
      return expr;
    }
    return body.stream()
        .filter(other -> !other.generated() && isWithin(expr.at(), other.at()))
        .findFirst()
        .orElse(expr);
  }

  private static boolean isWithin(Location inner, Location outer) {
    return inner.file().equals(outer.file())
        && inner.start() >= outer.start()
        && inner.end() <= outer.end();
  }

  /// The value of a rule that is the whole expression: false where the rule came to its end.
  private Optional<Boolean> wholeValue(int index, Expr failed) {
    if (!(failed.content() instanceof Ref ref)
        || !ref.parts().stream().skip(1).allMatch(Scalar.class::isInstance)) {
      return Optional.empty();
    }
    Event event = events.get(index);
    for (int i = index - 1; i >= 0; i--) {
      Event before = events.get(i);
      if (before.op() == Event.Op.EVAL
          && before.query() == event.query()
          && before.subject().equals(event.subject())) {
        return Optional.empty();
      }
      if (before.op() == Event.Op.EXIT
          && before.subject() instanceof Subject.OfRule(var _, var path)
          && path.equals(ref)) {
        return Optional.of(false);
      }
    }
    return Optional.empty();
  }

  /// The variables of expressions and what is bound to them.
  private static final class Operands extends Rewriting {
    private final Map<String, Term> locals = new HashMap<>();
    private final Map<String, OperandTree.Operand> operands = new LinkedHashMap<>();
    private Map<String, String> names = Map.of();
    private boolean plugging = true;

    Operands(Event event) {
      event.locals().forEach(local -> locals.put(local.variable().name(), local.value()));
    }

    static Optional<Value> value(Term term) {
      return switch (term) {
        case Scalar scalar -> Optional.of(scalar.value());
        case ArrayTerm array -> {
          List<Value> elements = new ArrayList<>();
          array.elements().forEach(each -> value(each).ifPresent(elements::add));
          yield Optional.of(new ArrayValue(elements));
        }
        default -> Optional.empty();
      };
    }

    void gather(Expr expr, Map<String, String> sources) {
      names = sources;
      plugging = false;
      Expr _ = expr(expr);
    }

    List<OperandTree.Operand> found() {
      return List.copyOf(operands.values());
    }

    @Override
    public Term term(Term term) {
      return switch (term) {
        case ArrayComprehension _, SetComprehension _, ObjectComprehension _ -> term;
        case Variable variable -> {
          Term known = locals.get(variable.name());
          if (plugging) {
            yield known == null ? variable : known;
          }
          boolean ours = variable.isGenerated() || names.containsKey(variable.name());
          if (ours && !variable.at().equals(Location.NONE)) {
            add(OperandTree.Operand.of(variable.at(), Optional.ofNullable(known)));
          }
          yield variable;
        }
        default -> super.term(term);
      };
    }

    private void add(OperandTree.Operand operand) {
      OperandTree.Operand before = operands.get(operand.title());
      if (before == null || !before.bound()) {
        operands.put(operand.title(), operand);
      }
    }
  }
}
