package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Content;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Logical;
import dev.landwaiter.rego.syntax.Not;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.Term;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts the expressions of bodies into an order in which everything is bound before it is needed
/// (reference 8.5).
final class Reordering {
  private final Functions functions;
  private final Names names;
  private final Outputs outputs;

  Reordering(Functions functions, Names names) {
    this.functions = functions;
    this.names = names;
    this.outputs = new Outputs(functions, names);
  }

  /// @param globals variables bound outside
  /// @param unsafe takes what cannot be ordered
  Body order(Body body, Set<String> globals, Unsafe unsafe) {
    List<Expr> open = body.expressions();
    Set<String> all = new LinkedHashSet<>();
    List<Set<String>> needs = new ArrayList<>();
    for (Expr expr : open) {
      Set<String> names = variables(expr, globals);
      needs.add(names);
      all.addAll(names);
    }
    List<Set<String>> closed = open.stream().map(expr -> closedOver(expr, all, globals)).toList();
    List<Expr> result = placed(open, needs, closed, new HashSet<>(globals), unsafe);
    return inside(Bodies.of(result, body.at()), globals, unsafe);
  }

  /// Goes over the expressions in their order, again and again, and places those whose time has
  /// come. One that could not be placed is looked at again only when a variable of it was bound.
  private List<Expr> placed(
      List<Expr> open,
      List<Set<String>> needs,
      List<Set<String>> closed,
      Set<String> safe,
      Unsafe unsafe) {
    Map<String, BitSet> mentions = mentions(open);
    var waiting = new BitSet();
    waiting.set(0, open.size());
    var due = new BitSet();
    due.set(0, open.size());
    List<Expr> result = new ArrayList<>();
    int at = due.nextSetBit(0);
    while (at >= 0) {
      due.clear(at);
      if (safe.containsAll(closed.get(at))) {
        Set<String> bound = outputs.of(open.get(at), safe);
        needs.get(at).removeIf(name -> safe.contains(name) || bound.contains(name));
        if (needs.get(at).isEmpty()) {
          waiting.clear(at);
          result.add(open.get(at));
          bound.stream()
              .filter(safe::add)
              .forEach(name -> due.or(mentions.getOrDefault(name, new BitSet())));
          due.and(waiting);
        }
      }
      int next = due.nextSetBit(at + 1);
      at = next >= 0 ? next : due.nextSetBit(0);
    }
    waiting.stream().forEach(i -> unsafe.add(open.get(i), left(needs.get(i), closed.get(i), safe)));
    return result;
  }

  private static Map<String, BitSet> mentions(List<Expr> expressions) {
    var mentions = new HashMap<String, BitSet>();
    for (int i = 0; i < expressions.size(); i++) {
      for (String name : Variables.of(expressions.get(i))) {
        mentions.computeIfAbsent(name, key -> new BitSet()).set(i);
      }
    }
    return mentions;
  }

  private static Set<String> left(Set<String> needs, Set<String> closed, Set<String> safe) {
    var left = new LinkedHashSet<String>(needs);
    left.removeAll(safe);
    if (left.isEmpty()) {
      closed.stream().filter(name -> !safe.contains(name)).forEach(left::add);
    }
    return left;
  }

  private Set<String> variables(Expr expr, Set<String> safe) {
    var all = new SafetyVariables(functions, names, safe);
    all.expr(expr);
    return all.names;
  }

  private static Set<String> closedOver(Expr expr, Set<String> all, Set<String> globals) {
    var names = new LinkedHashSet<String>(Closures.in(expr));
    names.retainAll(all);
    names.removeAll(globals);
    return names;
  }

  /// The closures of a body that is in order.
  private Body inside(Body body, Set<String> globals, Unsafe unsafe) {
    var visible = new HashSet<String>(globals);
    var result = new ArrayList<Expr>();
    for (Expr expr : body.expressions()) {
      result.add(new Inner(expr, visible, unsafe).expr(expr));
      visible.addAll(variables(expr, visible));
    }
    return Bodies.of(result, body.at());
  }

  /// Orders the closures of one expression.
  private final class Inner extends Rewriting {
    private final Expr expr;
    private final Set<String> visible;
    private final Unsafe unsafe;

    Inner(Expr expr, Set<String> visible, Unsafe unsafe) {
      this.expr = expr;
      this.visible = visible;
      this.unsafe = unsafe;
    }

    @Override
    public Term term(Term term) {
      return switch (term) {
        case ArrayComprehension c ->
            new ArrayComprehension(
                c.head(), comprehension(Variables.of(c.head()), c.body()), c.at());
        case SetComprehension c ->
            new SetComprehension(c.head(), comprehension(Variables.of(c.head()), c.body()), c.at());
        case ObjectComprehension c ->
            new ObjectComprehension(
                c.key(),
                c.value(),
                comprehension(Variables.of(List.of(c.key(), c.value())), c.body()),
                c.at());
        default -> super.term(term);
      };
    }

    private Body comprehension(Set<String> head, Body body) {
      var bound = new SafetyVariables(functions, names, visible);
      bound.body(body);
      var open = new LinkedHashSet<String>(head);
      open.removeAll(bound.names);
      open.removeAll(visible);
      unsafe.add(expr, open);
      return closure(body, visible);
    }

    private Body closure(Body body, Set<String> around) {
      var problems = new Unsafe();
      Body result = order(body, around, problems);
      unsafe.addAll(problems);
      return problems.isEmpty() ? result : body;
    }

    @Override
    public Content content(Content content) {
      return switch (content) {
        case Every every -> {
          var around = new HashSet<String>(visible);
          every.key().ifPresent(key -> around.addAll(Variables.of(key)));
          around.addAll(Variables.of(every.value()));
          yield new Every(
              every.key(),
              every.value(),
              term(every.domain()),
              closure(every.body(), around),
              every.at());
        }
        case Not not -> new Not(closure(not.body(), visible), not.explicit(), not.at());
        case Logical logical ->
            new Logical(
                logical.operator(),
                operand(logical.left()),
                operand(logical.right()),
                logical.at());
        default -> super.content(content);
      };
    }

    private Logical.Operand operand(Logical.Operand operand) {
      return new Logical.Operand(closure(operand.body(), visible), operand.explicit());
    }
  }
}
