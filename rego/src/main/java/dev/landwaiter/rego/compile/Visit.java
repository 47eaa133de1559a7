package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Content;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Logical;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Not;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.SomeDeclaration;
import dev.landwaiter.rego.syntax.TemplatePart;
import dev.landwaiter.rego.syntax.TemplateString;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.syntax.With;

/// A walk over nodes that looks and changes nothing. A subclass overrides what it cares about and
/// calls the overridden method to go on below.
class Visit {
  void term(Term term) {
    switch (term) {
      case Scalar _, Variable _ -> {}
      case Ref ref -> ref.parts().forEach(this::term);
      case ArrayTerm array -> array.elements().forEach(this::term);
      case SetTerm set -> set.elements().forEach(this::term);
      case ObjectTerm object ->
          object
              .entries()
              .forEach(entry -> {
                term(entry.key());
                term(entry.value());
              });
      case ArrayComprehension c -> {
        term(c.head());
        body(c.body());
      }
      case SetComprehension c -> {
        term(c.head());
        body(c.body());
      }
      case ObjectComprehension c -> {
        term(c.key());
        term(c.value());
        body(c.body());
      }
      case Call call -> {
        operator(call.operator());
        call.arguments().forEach(this::term);
      }
      case TemplateString template -> template.parts().forEach(this::part);
    }
  }

  private void part(TemplatePart part) {
    switch (part) {
      case Term term -> term(term);
      case Expr expr -> expr(expr);
    }
  }

  void operator(Ref operator) {
    term(operator);
  }

  void content(Content content) {
    switch (content) {
      case Term term -> term(term);
      case SomeDeclaration some -> some.symbols().forEach(this::term);
      case Every every -> every(every);
      case Not not -> body(not.body());
      case Logical logical -> {
        body(logical.left().body());
        body(logical.right().body());
      }
    }
  }

  void every(Every every) {
    every.key().ifPresent(this::term);
    term(every.value());
    term(every.domain());
    body(every.body());
  }

  void with(With with) {
    term(with.target());
    term(with.value());
  }

  void expr(Expr expr) {
    content(expr.content());
    expr.with().forEach(this::with);
  }

  void body(Body body) {
    body.expressions().forEach(this::expr);
  }

  void head(Head head) {
    head.ref().parts().stream().skip(1).forEach(this::term);
    head.args().forEach(this::term);
    head.key().ifPresent(this::term);
    head.value().ifPresent(this::term);
  }

  /// The rule and its further branches.
  void rule(Rule rule) {
    head(rule.head());
    body(rule.body());
    rule.orElse().ifPresent(this::rule);
  }

  void module(Module module) {
    module.rules().forEach(this::rule);
  }
}
