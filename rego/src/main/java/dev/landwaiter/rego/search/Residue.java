package dev.landwaiter.rego.search;

import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Content;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.syntax.With;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What partial evaluation leaves: expressions that need what is unknown.
@SuppressWarnings("ReferenceEquality")
final class Residue {
  final Unknowns unknowns;
  final Inlining inlining;
  final boolean shallow;
  final Requirement requirement;
  final Support support;
  private final List<List<Saved>> queries = new ArrayList<>();
  private int generated;

  /// An expression with the scopes of its terms: of an equality's two sides, or of all.
  record Saved(Expr expr, @Nullable Bindings left, @Nullable Bindings right) {
    Expr plugged(Bindings caller) {
      if (left == null) {
        return expr;
      }
      Bindings second = right == null ? left : right;
      Content content =
          switch (expr.content()) {
            case Call call when call.name().equals("eq") && call.arguments().size() == 2 ->
                new Call(
                    call.operator(),
                    List.of(
                        Plug.named(call.arguments().get(0), left, caller),
                        Plug.named(call.arguments().get(1), second, caller)),
                    call.at());
            case Term term -> Plug.named(term, left, caller);
            case Content other -> other;
          };
      return expr.content(content).with(modifiers(expr.with(), left, caller));
    }
  }

  static List<With> modifiers(List<With> with, Bindings scope, Bindings caller) {
    return with.stream()
        .map(one -> new With(one.target(), Plug.named(one.value(), scope, caller), one.at()))
        .toList();
  }

  Residue(Program program, PartialSettings settings) {
    unknowns = new Unknowns(settings.unknowns());
    inlining = new Inlining(settings.disableInlining());
    shallow = settings.shallow();
    support = new Support(program, settings);
    requirement = new Requirement(program, this, settings.nondeterministic());
    queries.add(new ArrayList<>());
  }

  void pushQuery(List<Saved> query) {
    queries.add(query);
  }

  List<Saved> popQuery() {
    return queries.removeLast();
  }

  List<Saved> query() {
    return queries.getLast();
  }

  /// A query's expressions; one that always holds when there are none.
  static Body plugged(List<Saved> query, Bindings caller, Body at) {
    var expressions = new ArrayList<Expr>();
    for (Saved saved : query) {
      expressions.add(saved.plugged(caller).index(expressions.size()));
    }
    if (expressions.isEmpty()) {
      expressions.add(Expr.of(Scalar.of(true, at.at())));
    }
    return new Body(expressions, at.at());
  }

  Variable generate(String name, Term at) {
    return new Variable("$_" + name + "_" + generated++, at.at());
  }

  /// Keeps an expression and goes on.
  @Nullable Stop save(Frame frame, Expr expr, Bindings scope, Next next) throws RegoException {
    return keep(frame, new Saved(ofStep(frame, expr), scope, scope), next);
  }

  /// As [#save], with the expression's variables unknown from then on.
  @Nullable Stop saveAndMark(Frame frame, Expr expr, Next next) throws RegoException {
    int marked = 0;
    if (expr.content() instanceof Call call) {
      for (Term argument : call.arguments()) {
        marked += mark(argument, frame.bindings);
      }
    } else if (expr.content() instanceof Term term) {
      marked = mark(term, frame.bindings);
    }
    Stop stop = keep(frame, new Saved(expr, frame.bindings, frame.bindings), next);
    unknowns.pop(marked);
    return stop;
  }

  /// Keeps an equality; variables in it are unknown from then on.
  @Nullable Stop saveUnify(Frame frame, Term a, Bindings aScope, Term b, Bindings bScope, Next next)
      throws RegoException {
    int marked = mark(a, aScope) + mark(b, bScope);
    Expr expr = ofStep(frame, Expr.of(new Call(Unifier.EQ, List.of(a, b), frame.expr().at())));
    Stop stop = keep(frame, new Saved(expr, aScope, bScope), next);
    unknowns.pop(marked);
    return stop;
  }

  /// Keeps a call; the variables of its result are unknown from then on.
  @Nullable Stop saveCall(Frame frame, Ref operator, int arity, List<Term> arguments, Next next)
      throws RegoException {
    int marked = arguments.size() > arity ? mark(arguments.getLast(), frame.bindings) : 0;
    Expr expr = ofStep(frame, Expr.of(new Call(operator, arguments, frame.expr().at())));
    Stop stop = keep(frame, new Saved(expr, frame.bindings, null), next);
    unknowns.pop(marked);
    return stop;
  }

  /// Keeps negated expressions, which are ready as they are.
  @Nullable Stop saveReady(Frame frame, List<Expr> exprs, Next next) throws RegoException {
    List<With> with = modifiers(frame.expr().with(), frame.bindings, frame.caller);
    for (Expr expr : exprs) {
      var all = new ArrayList<>(expr.with());
      all.addAll(with);
      Expr whole = expr.with(all);
      query().add(new Saved(whole, null, null));
      frame.tracing.save(frame, whole);
    }
    Stop stop = next.go();
    for (int i = 0; i < exprs.size(); i++) {
      query().removeLast();
    }
    return stop;
  }

  private @Nullable Stop keep(Frame frame, Saved saved, Next next) throws RegoException {
    query().add(saved);
    frame.tracing.save(frame, saved.expr);
    Stop stop = next.go();
    query().removeLast();
    return stop;
  }

  /// The expression in the place of the one that is evaluated.
  private static Expr ofStep(Frame frame, Expr expr) {
    return expr.with(frame.expr().with()).at(frame.expr().at());
  }

  private int mark(Term term, Bindings scope) {
    return switch (term) {
      case Variable variable -> {
        Bindings.Bound bound = scope.resolve(variable);
        if (bound.term() == variable || bound.term() instanceof Variable) {
          unknowns.push(bound.term() instanceof Variable last ? last : variable, bound.scope());
          yield 1;
        }
        yield mark(bound.term(), bound.scope());
      }
      case Ref ref -> markAll(ref.parts().subList(1, ref.parts().size()), scope);
      case ArrayTerm array -> markAll(array.elements(), scope);
      case SetTerm set -> markAll(set.elements(), scope);
      case ObjectTerm object -> {
        int marked = 0;
        for (ObjectTerm.Entry entry : object.entries()) {
          marked += mark(entry.key(), scope) + mark(entry.value(), scope);
        }
        yield marked;
      }
      default -> 0;
    };
  }

  private int markAll(List<Term> terms, Bindings scope) {
    int marked = 0;
    for (Term term : terms) {
      marked += mark(term, scope);
    }
    return marked;
  }
}
