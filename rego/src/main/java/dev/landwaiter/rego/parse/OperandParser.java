package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Logical;
import dev.landwaiter.rego.syntax.Not;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `not` wraps, and what `and` and `or` join (reference: negated bodies; `and` and `or`).
final class OperandParser {
  private final Grammar grammar;
  private final TokenStream tokens;

  OperandParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens;
  }

  boolean areInForce() {
    return (tokens.keywords() & (Keyword.AND.bit() | Keyword.OR.bit())) != 0;
  }

  /// `not e` or `not { … }` with the modifiers behind it; the current token is `not`.
  @Nullable Expr negation(Location first) {
    return grammar.literals.withModifiers(unmodifiedNegation(first));
  }

  private @Nullable Expr unmodifiedNegation(Location first) {
    tokens.scan();
    if (tokens.token == Token.L_BRACE) {
      Body body = body("negate");
      return body == null ? null : Expr.of(new Not(body, true, tokens.upToLast(first)));
    }
    Location start = tokens.here();
    Expr inner = grammar.literals.unmodified(true);
    if (inner == null) {
      return null;
    }
    Expr positive = inner.negated(false).at(tokens.upToLast(start));
    return Expr.of(new Not(LiteralParser.body(List.of(positive)), false, tokens.upToLast(first)));
  }

  /// Braces that have to hold expressions and not a value.
  private @Nullable Body body(String verb) {
    Location open = tokens.here();
    TokenStream.Mark mark = tokens.mark();
    Body body = grammar.literals.braces();
    if (body != null) {
      return body;
    }
    TokenStream.Mark failed = tokens.mark();
    tokens.reset(mark);
    Term value = grammar.terms.term();
    if (value == null) {
      tokens.reset(failed);
      return null;
    }
    tokens.reset(mark);
    String text = TermText.of(value);
    tokens.hint(
        "write `not ("
            + text
            + ")` to "
            + verb
            + " the value, or `not {"
            + text
            + "}` for a body holding it");
    tokens.error(
        open, "`{...}` in an operand position must contain expression(s), got: " + Kinds.of(value));
    return null;
  }

  /// An expression that `and` and `or` may join to others.
  @Nullable Expr literal(Location first) {
    Expr left = conjunction(first);
    while (left != null && tokens.token == Token.EITHER) {
      tokens.scan();
      Expr right = conjunction(tokens.here());
      left = right == null ? null : join(Logical.Operator.OR, left, right, first);
    }
    return grammar.literals.withModifiers(left);
  }

  private @Nullable Expr conjunction(Location first) {
    Expr left = operand(first);
    while (left != null && tokens.token == Token.BOTH) {
      tokens.scan();
      Expr right = operand(tokens.here());
      left = right == null ? null : join(Logical.Operator.AND, left, right, first);
    }
    return left;
  }

  private @Nullable Expr operand(Location first) {
    Expr found =
        tokens.token == Token.NOT && grammar.negatedBodies
            ? unmodifiedNegation(first)
            : grammar.literals.unmodified(false);
    return found == null ? null : found.at(tokens.upToLast(first));
  }

  private Expr join(Logical.Operator operator, Expr left, Expr right, Location first) {
    Location at = tokens.upToLast(first);
    return Expr.of(
        new Logical(
            operator,
            new Logical.Operand(LiteralParser.body(List.of(left)), false),
            new Logical.Operand(LiteralParser.body(List.of(right)), false),
            at));
  }
}
