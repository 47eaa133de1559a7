package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Content;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Logical;
import dev.landwaiter.rego.syntax.Not;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SomeDeclaration;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Puts full refs in the place of names that mean rules and imports, where no declaration hides
/// them.
final class Resolving extends Rewriting {
  private final Globals globals;
  private final Deque<Set<String>> hidden = new ArrayDeque<>();

  Resolving(Globals globals) {
    this.globals = globals;
  }

  private Optional<Ref> meaning(Variable variable) {
    for (Set<String> names : hidden) {
      if (names.contains(variable.name())) {
        return Optional.empty();
      }
    }
    return globals.meaning(variable.name()).map(ref -> moved(ref, variable.at()));
  }

  private static Ref moved(Ref ref, Location at) {
    return new Ref(ref.parts().stream().map(part -> part.at(at)).toList(), at);
  }

  private <T> T hiding(Set<String> names, Supplier<T> inside) {
    hidden.push(names);
    T result = inside.get();
    hidden.pop();
    return result;
  }

  @Override
  public Term term(Term term) {
    return switch (term) {
      case Variable variable -> meaning(variable).map(Term.class::cast).orElse(variable);
      case ArrayComprehension c -> hiding(Declared.in(c.body()), () -> super.term(c));
      case SetComprehension c -> hiding(Declared.in(c.body()), () -> super.term(c));
      case ObjectComprehension c -> hiding(Declared.in(c.body()), () -> super.term(c));
      default -> super.term(term);
    };
  }

  @Override
  public Ref ref(Ref ref) {
    var parts = new ArrayList<Term>();
    for (Term part : ref.parts()) {
      Term resolved = term(part);
      if (parts.isEmpty() && part instanceof Variable && resolved instanceof Ref front) {
        parts.addAll(front.parts());
      } else {
        parts.add(resolved);
      }
    }
    return new Ref(parts, ref.at());
  }

  @Override
  public Ref operator(Ref operator) {
    return ref(operator);
  }

  @Override
  public Content content(Content content) {
    return switch (content) {
      case SomeDeclaration some when !(some.symbols().getFirst() instanceof Call) -> some;
      case SomeDeclaration some -> {
        Call call = (Call) some.symbols().getFirst();
        yield new SomeDeclaration(
            List.of(new Call(call.operator(), terms(call.arguments()), call.at())), some.at());
      }
      case Every every -> every(every);
      case Not not when not.explicit() -> hiding(Declared.in(not.body()), () -> super.content(not));
      case Logical logical ->
          new Logical(
              logical.operator(), operand(logical.left()), operand(logical.right()), logical.at());
      default -> super.content(content);
    };
  }

  private Logical.Operand operand(Logical.Operand operand) {
    return new Logical.Operand(
        operand.explicit()
            ? hiding(Declared.in(operand.body()), () -> body(operand.body()))
            : body(operand.body()),
        operand.explicit());
  }

  private Every every(Every every) {
    Set<String> own = new HashSet<>(Variables.of(every.value()));
    every.key().ifPresent(key -> own.addAll(Variables.of(key)));
    return hiding(
        own,
        () ->
            new Every(
                every.key(), every.value(), term(every.domain()), body(every.body()), every.at()));
  }

  /// One branch.
  ///
  /// @param arguments the variables of its arguments
  Rule branch(Rule rule, Set<String> arguments) {
    return hiding(
        arguments,
        () ->
            hiding(
                Declared.in(rule.body()),
                () -> Bodies.rule(rule, head(rule.head()), body(rule.body()))));
  }

  @Override
  public Head head(Head head) {
    return new Head(
        headRef(head.ref()),
        head.args(),
        head.key().map(this::term),
        head.value().map(this::term),
        head.assign(),
        head.legacyName(),
        head.at());
  }

  Body query(Body body) {
    return hiding(Declared.in(body), () -> body(body));
  }
}
