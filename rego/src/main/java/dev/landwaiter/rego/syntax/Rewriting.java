package dev.landwaiter.rego.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A pass over nodes that answers with changed ones. A subclass overrides what it cares about and
/// calls the overridden method to go on below; what does not change stays the same object.
public class Rewriting {
  public Term term(Term term) {
    return switch (term) {
      case Scalar scalar -> scalar;
      case Variable variable -> variable;
      case Ref ref -> ref(ref);
      case ArrayTerm array -> new ArrayTerm(terms(array.elements()), array.at());
      case SetTerm set -> new SetTerm(terms(set.elements()), set.at());
      case ObjectTerm object -> new ObjectTerm(each(object.entries(), this::entry), object.at());
      case ArrayComprehension c -> new ArrayComprehension(term(c.head()), body(c.body()), c.at());
      case SetComprehension c -> new SetComprehension(term(c.head()), body(c.body()), c.at());
      case ObjectComprehension c ->
          new ObjectComprehension(term(c.key()), term(c.value()), body(c.body()), c.at());
      case Call call -> new Call(operator(call.operator()), terms(call.arguments()), call.at());
      case TemplateString template ->
          new TemplateString(
              each(template.parts(), this::part), template.multiLine(), template.at());
    };
  }

  /// Plain loops: passes go deep, and every frame counts on a small stack.
  @SuppressWarnings("ReferenceEquality") // sameness is what is asked
  private static <T> List<T> each(List<T> elements, UnaryOperator<T> pass) {
    List<T> changed = elements;
    for (int i = 0; i < elements.size(); i++) {
      T before = elements.get(i);
      T after = pass.apply(before);
      if (after != before && changed == elements) {
        changed = new ArrayList<>(elements);
      }
      if (changed != elements) {
        changed.set(i, after);
      }
    }
    return changed;
  }

  private ObjectTerm.Entry entry(ObjectTerm.Entry entry) {
    return new ObjectTerm.Entry(term(entry.key()), term(entry.value()));
  }

  public List<Term> terms(List<Term> terms) {
    return each(terms, this::term);
  }

  /// The parts of a ref, its head among them.
  public Term ref(Ref ref) {
    return new Ref(terms(ref.parts()), ref.at());
  }

  /// The name of a called function; by default no ref to look into.
  public Ref operator(Ref operator) {
    return operator;
  }

  private TemplatePart part(TemplatePart part) {
    return switch (part) {
      case Term term -> term(term);
      case Expr expr -> expr(expr);
    };
  }

  public Content content(Content content) {
    return switch (content) {
      case Term term -> term(term);
      case SomeDeclaration some -> new SomeDeclaration(terms(some.symbols()), some.at());
      case Every every ->
          new Every(
              every.key().map(this::term),
              term(every.value()),
              term(every.domain()),
              body(every.body()),
              every.at());
      case Not not -> new Not(body(not.body()), not.explicit(), not.at());
      case Logical logical ->
          new Logical(
              logical.operator(), operand(logical.left()), operand(logical.right()), logical.at());
    };
  }

  private Logical.Operand operand(Logical.Operand operand) {
    return new Logical.Operand(body(operand.body()), operand.explicit());
  }

  public With with(With with) {
    return new With(term(with.target()), term(with.value()), with.at());
  }

  public Expr expr(Expr expr) {
    return new Expr(
        expr.index(),
        content(expr.content()),
        expr.negated(),
        expr.generated(),
        each(expr.with(), this::with),
        expr.at());
  }

  public Body body(Body body) {
    return new Body(each(body.expressions(), this::expr), body.at());
  }

  public Head head(Head head) {
    return new Head(
        headRef(head.ref()),
        terms(head.args()),
        head.key().map(this::term),
        head.value().map(this::term),
        head.assign(),
        head.legacyName(),
        head.at());
  }

  /// The path a rule defines; its first part is a name of the package, not a variable.
  public Ref headRef(Ref ref) {
    List<Term> parts = new ArrayList<>(ref.parts());
    for (int i = 1; i < parts.size(); i++) {
      parts.set(i, term(parts.get(i)));
    }
    return new Ref(parts, ref.at());
  }

  public Rule rule(Rule rule) {
    return new Rule(
        rule.isDefault(),
        head(rule.head()),
        body(rule.body()),
        rule.constant(),
        rule.orElse().map(this::rule),
        rule.annotations(),
        rule.at());
  }
}
