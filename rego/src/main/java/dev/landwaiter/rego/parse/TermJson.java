package dev.landwaiter.rego.parse;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Logical;
import dev.landwaiter.rego.syntax.Not;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.SomeDeclaration;
import dev.landwaiter.rego.syntax.TemplatePart;
import dev.landwaiter.rego.syntax.TemplateString;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermOrder;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.syntax.With;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Terms and expressions as JSON (reference: AST as JSON). Members stand in the original's order.
public final class TermJson {
  private final boolean locations;

  /// @param locations whether nodes say where they stand
  public TermJson(boolean locations) {
    this.locations = locations;
  }

  static Value location(Location at) {
    byte[] text = at.text().getBytes(StandardCharsets.UTF_8);
    return new Members()
        .put("file", at.file())
        .put("row", Value.of(at.row()))
        .put("col", Value.of(at.column()))
        .put("text", Base64.getEncoder().encodeToString(text))
        .finish();
  }

  Members begin(Location at) {
    return place(new Members(), at);
  }

  Members place(Members members, Location at) {
    return locations && at.row() > 0 ? members.put("location", location(at)) : members;
  }

  /// `{"type", "value"}`.
  public ObjectValue of(Term term) {
    return begin(term.at()).put("type", Kinds.of(term)).put("value", value(term)).finish();
  }

  private Value value(Term term) {
    return switch (term) {
      case Scalar scalar ->
          scalar.value() instanceof NullValue ? ObjectValue.EMPTY : scalar.value();
      case Variable variable -> Value.of(variable.name());
      case Ref ref -> terms(ref.parts());
      case ArrayTerm array -> terms(array.elements());
      case SetTerm set ->
          terms(set.elements().stream().sorted(TermOrder::compare).distinct().toList());
      case ObjectTerm object ->
          Members.array(
              object.entries().stream()
                  .sorted((a, b) -> TermOrder.compare(a.key(), b.key()))
                  .toList(),
              entry -> ArrayValue.of(of(entry.key()), of(entry.value())));
      case ArrayComprehension c ->
          new Members().put("term", of(c.head())).put("body", of(c.body())).finish();
      case SetComprehension c ->
          new Members().put("term", of(c.head())).put("body", of(c.body())).finish();
      case ObjectComprehension c ->
          new Members()
              .put("key", of(c.key()))
              .put("value", of(c.value()))
              .put("body", of(c.body()))
              .finish();
      case Call call -> call(call);
      case TemplateString template ->
          new Members()
              .put("parts", Members.array(template.parts(), this::part))
              .put("multi_line", Value.of(template.multiLine()))
              .finish();
    };
  }

  private Value call(Call call) {
    var parts = new ArrayList<Term>();
    parts.add(call.operator());
    parts.addAll(call.arguments());
    return terms(parts);
  }

  private Value part(TemplatePart part) {
    return switch (part) {
      case Term term -> of(term);
      case Expr expr -> of(expr);
    };
  }

  /// A list of terms.
  public Value terms(List<Term> terms) {
    return Members.array(terms, this::of);
  }

  /// A list of expressions.
  public Value of(Body body) {
    return Members.array(body.expressions(), this::of);
  }

  /// One expression.
  public ObjectValue of(Expr expr) {
    var members = new Members().flag("generated", expr.generated());
    members.put("index", Value.of(expr.index()));
    return place(members, expr.at())
        .flag("negated", expr.negated())
        .put("terms", content(expr))
        .list("with", expr.with(), this::with)
        .finish();
  }

  private Value with(With with) {
    return begin(with.at())
        .put("target", of(with.target()))
        .put("value", of(with.value()))
        .finish();
  }

  private Value content(Expr expr) {
    return switch (expr.content()) {
      case Call call -> call(call);
      case Term term -> of(term);
      case SomeDeclaration some -> begin(some.at()).put("symbols", terms(some.symbols())).finish();
      case Every every -> {
        var members = new Members().put("body", of(every.body())).put("domain", of(every.domain()));
        members.put("key", every.key().<Value>map(this::of).orElse(NullValue.NULL));
        yield place(members, every.at()).put("value", of(every.value())).finish();
      }
      case Not not -> {
        var members = new Members().put("body", of(not.body()));
        yield place(members.flag("explicit_body", not.explicit()), not.at())
            .put("type", "not")
            .finish();
      }
      case Logical logical -> logical(logical);
    };
  }

  private Value logical(Logical logical) {
    var members =
        new Members()
            .flag("explicit_lhs", logical.left().explicit())
            .flag("explicit_rhs", logical.right().explicit())
            .put("lhs", of(logical.left().body()));
    return place(members, logical.at())
        .put("rhs", of(logical.right().body()))
        .put("type", logical.operator() == Logical.Operator.AND ? "and" : "or")
        .finish();
  }
}
