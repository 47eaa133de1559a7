package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
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

  /// One side of an operator.
  ///
  /// @param expr what the side is when no operator follows
  private record Side(Logical.Operand operand, Expr expr) {
    static Side of(Expr expr) {
      return new Side(new Logical.Operand(LiteralParser.body(List.of(expr)), false), expr);
    }
  }

  boolean areInForce() {
    return (tokens.keywords() & (Keyword.AND.bit() | Keyword.OR.bit())) != 0;
  }

  /// `not e` or `not { … }` with the modifiers behind it; the current token is `not`.
  @Nullable Expr negation(Location first) {
    return grammar.literals.withModifiers(unmodifiedNegation(first));
  }

  private @Nullable Expr unmodifiedNegation(Location first) {
    if (!tokens.enter(TokenStream.BODY)) {
      return null;
    }
    Expr found = negationOf(first);
    tokens.leave(TokenStream.BODY);
    return found;
  }

  private @Nullable Expr negationOf(Location first) {
    tokens.scan();
    Location start = tokens.here();
    if (tokens.token == Token.L_BRACE) {
      Body body = body();
      return body == null ? null : Expr.of(new Not(body, true, tokens.upToLast(first)));
    }
    Expr inner =
        areInForce() && tokens.token == Token.L_PAREN
            ? parenthesised(start)
            : areInForce() && grammar.literals.at(Token.NOT)
                ? unmodifiedNegation(start)
                : grammar.literals.unmodified(true);
    if (inner == null) {
      return null;
    }
    Body body = LiteralParser.body(List.of(inner.negated(false).at(tokens.upToLast(start))));
    return Expr.of(new Not(body, false, tokens.upToLast(first)));
  }

  /// Braces that have to hold expressions and not a value.
  private @Nullable Body body() {
    Location open = tokens.here();
    TokenStream.Mark mark = tokens.mark();
    Body body = grammar.literals.braces();
    if (body != null) {
      return isUnion(body) ? ambiguous(body, open) : body;
    }
    TokenStream.Mark failed = tokens.mark();
    tokens.reset(mark);
    tokens.scan();
    boolean empty = tokens.token == Token.R_BRACE;
    tokens.reset(mark);
    Term value = empty ? null : grammar.terms.term();
    if (value == null) {
      tokens.reset(failed);
      return null;
    }
    tokens.reset(mark);
    String text = TermText.of(value);
    tokens.hint(
        "write `not ("
            + text
            + ")` to negate the value, or `not {"
            + text
            + "}` for a body holding it");
    tokens.error(
        open, "`{...}` in an operand position must contain expression(s), got: " + Kinds.of(value));
    return null;
  }

  private static boolean isUnion(Body body) {
    Expr only = body.expressions().getFirst();
    return body.expressions().size() == 1
        && only.with().isEmpty()
        && only.content() instanceof Call call
        && call.name().equals("or")
        && call.arguments().size() == 2
        && !only.at().text().startsWith("or(")
        && !only.at().text().startsWith("(");
  }

  private @Nullable Body ambiguous(Body body, Location open) {
    String text = body.expressions().getFirst().at().text();
    tokens.hint(
        "write `{ (" + text + ") }` for the union, or `({ " + text + " })` for the comprehension");
    tokens.error(
        open,
        "ambiguous `{ ... | ... }` operand: read as a body holding a set-union expression, not as a"
            + " comprehension");
    return null;
  }

  /// An expression that `and` and `or` may join to others.
  @Nullable Expr literal(Location first) {
    Expr found = unmodifiedLiteral(first);
    List<?> before = found == null ? List.of() : found.with();
    found = grammar.literals.withModifiers(found);
    if (found != null && found.with().size() > before.size() && isOperator(tokens.token)) {
      tokens.hint("put parentheses around the operand and its modifier");
      tokens.error(
          found.with().getLast().at(),
          "`with` modifier is not allowed on operand of `" + tokens.token.text + "`");
      return null;
    }
    return found;
  }

  private static boolean isOperator(Token token) {
    return token == Token.BOTH || token == Token.EITHER;
  }

  private @Nullable Expr unmodifiedLiteral(Location first) {
    Side left = conjunction(first, false);
    int joined = 0;
    while (left != null && tokens.token == Token.EITHER && tokens.enter(TokenStream.BODY)) {
      joined++;
      tokens.scan();
      Side right = conjunction(tokens.here(), true);
      left = right == null ? null : join(Logical.Operator.OR, left, right, first);
    }
    tokens.leave(joined * TokenStream.BODY);
    return left == null ? null : left.expr;
  }

  private @Nullable Side conjunction(Location first, boolean joins) {
    Side left = side(first, joins);
    int joined = 0;
    while (left != null && tokens.token == Token.BOTH && tokens.enter(TokenStream.BODY)) {
      joined++;
      tokens.scan();
      Side right = side(tokens.here(), true);
      left = right == null ? null : join(Logical.Operator.AND, left, right, first);
    }
    tokens.leave(joined * TokenStream.BODY);
    return left;
  }

  /// @param joins whether an operator stands in front, so that braces must be a body
  private @Nullable Side side(Location first, boolean joins) {
    if (tokens.token == Token.L_BRACE) {
      return braces(first, joins);
    }
    Expr found;
    if (grammar.literals.at(Token.NOT)) {
      found = negatedSide(first);
    } else if (tokens.token == Token.L_PAREN) {
      found = parenthesised(first);
    } else {
      found = grammar.literals.unmodified(false);
    }
    return found == null ? null : Side.of(found.at(tokens.upToLast(first)));
  }

  private @Nullable Expr negatedSide(Location first) {
    if (grammar.negatedBodies) {
      return unmodifiedNegation(first);
    }
    tokens.scan();
    Expr inner =
        tokens.token == Token.L_PAREN
            ? parenthesised(tokens.here())
            : grammar.literals.unmodified(true);
    return inner == null ? null : inner.negated(true);
  }

  private @Nullable Side braces(Location first, boolean joins) {
    TokenStream.Mark mark = tokens.mark();
    Body body = grammar.literals.braces();
    if (body != null && (isOperator(tokens.token) || joins)) {
      if (isUnion(body)) {
        ambiguous(body, first);
        return null;
      }
      Expr alone = Expr.of(body.expressions().getFirst().content());
      return new Side(new Logical.Operand(body, true), alone);
    }
    TokenStream.Mark failed = tokens.mark();
    tokens.reset(mark);
    Expr value = grammar.literals.unmodified(false);
    if (value == null) {
      if (joins) {
        tokens.reset(failed);
      }
      return null;
    }
    if (joins || isOperator(tokens.token)) {
      String operator = isOperator(tokens.token) ? tokens.token.text : "and";
      tokens.hint("put parentheses around the value");
      tokens.error(
          first,
          "operand of `" + operator + "` cannot begin with `{` unless the braces hold a body");
      return null;
    }
    return Side.of(value.at(tokens.upToLast(first)));
  }

  /// A parenthesis that begins a term, or that groups operators.
  private @Nullable Expr parenthesised(Location open) {
    TokenStream.Mark mark = tokens.mark();
    Expr plain = grammar.literals.unmodified(false);
    if (plain != null) {
      return plain;
    }
    tokens.reset(mark);
    if (!tokens.enter(TokenStream.BODY)) {
      return null;
    }
    Expr inner = group();
    tokens.leave(TokenStream.BODY);
    return inner == null ? null : inner.at(tokens.upToLast(open));
  }

  private @Nullable Expr group() {
    tokens.scan();
    if (tokens.token == Token.R_PAREN) {
      tokens.hint("write an expression between the parentheses");
      tokens.error(tokens.here(), "empty parenthesized group");
      return null;
    }
    Expr inner = literal(tokens.here());
    if (inner == null) {
      return null;
    }
    if (tokens.token == Token.SEMICOLON) {
      tokens.hint("use `{...}` for a body");
      tokens.error(tokens.here(), "`(...)` in an operand position cannot contain a body");
      return null;
    }
    if (tokens.token != Token.R_PAREN) {
      tokens.error(tokens.here(), "expected ) to close parenthesized group");
      return null;
    }
    tokens.scan();
    return inner;
  }

  private @Nullable Side join(Logical.Operator operator, Side left, Side right, Location first) {
    for (Side side : List.of(left, right)) {
      if (isPrintOnly(side.operand.body())) {
        tokens.hint("`print` says nothing about truth");
        tokens.error(
            side.operand.body().at(),
            "operand of `"
                + (operator == Logical.Operator.AND ? "and" : "or")
                + "` cannot consist only of calls to `print`");
        return null;
      }
    }
    Location at = tokens.upToLast(first);
    return Side.of(Expr.of(new Logical(operator, left.operand, right.operand, at)));
  }

  private static boolean isPrintOnly(Body body) {
    return body.expressions().stream()
        .allMatch(expr -> expr.content() instanceof Call call && call.name().equals("print"));
  }
}
