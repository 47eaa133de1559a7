package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Content;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.SomeDeclaration;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.syntax.With;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Queries and the expressions in them.
final class LiteralParser {
  private static final String SOME_FORM = "expected `x in xs` or `x, y in xs` expression";
  private static final String EVERY_FORM = "expected `x[, y] in xs { ... }` expression";
  static final String IN_HINT = "`import future.keywords.in` for `some x in xs` expressions";
  static final String EVERY_HINT =
      "`import future.keywords.every` for `every x in xs { ... }` expressions";

  private final Grammar grammar;
  private final TokenStream tokens;

  LiteralParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens;
  }

  /// Expressions up to a token that ends them; those on one line are parted by semicolons.
  ///
  /// @param bare whether a line break ends the query, as outside of braces
  @Nullable Body query(boolean bare, Token end) {
    if (tokens.token == end) {
      tokens.error(tokens.here(), "found empty body");
      return null;
    }
    var found = new ArrayList<Expr>();
    while (true) {
      Expr expr = literal();
      if (expr == null) {
        return null;
      }
      found.add(expr.index(found.size()));
      if (tokens.token == Token.SEMICOLON) {
        tokens.scan();
        continue;
      }
      if (tokens.token == end || bare) {
        return body(found);
      }
      if (!tokens.skippedLine) {
        if (!tokens.failed()) {
          tokens.illegal("expected \\n or ; or " + end.text);
        }
        return null;
      }
    }
  }

  static Body body(List<Expr> expressions) {
    Location first = expressions.getFirst().at();
    int end = expressions.getLast().at().end();
    return new Body(
        expressions,
        new Location(
            first.source(),
            first.row(),
            first.column(),
            first.start(),
            Math.max(end, first.start())));
  }

  /// One expression with its modifiers.
  @Nullable Expr literal() {
    Location first = tokens.here();
    Expr found = grammar.operands.areInForce() ? grammar.operands.literal(first) : plain(first);
    return found == null ? null : found.at(tokens.upToLast(first));
  }

  /// Whether a keyword stands here that begins no path.
  boolean at(Token keyword) {
    return tokens.token == keyword && !(grammar.keywordsInPaths && tokens.isFollowedByPart());
  }

  /// An expression without `and` and `or`.
  @Nullable Expr plain(Location first) {
    boolean negated = at(Token.NOT);
    if (negated && grammar.negatedBodies) {
      return grammar.operands.negation(first);
    }
    if (negated) {
      tokens.scan();
    }
    return withModifiers(unmodified(negated));
  }

  /// What `not` may stand before, without modifiers.
  @Nullable Expr unmodified(boolean negated) {
    if (at(Token.SOME)) {
      if (negated) {
        tokens.illegal("illegal negation of 'some'");
        return null;
      }
      return some();
    }
    if (at(Token.EVERY)) {
      if (negated) {
        tokens.illegal("illegal negation of 'every'");
        return null;
      }
      return every();
    }
    TokenStream.Mark mark = tokens.mark();
    Content content = content();
    if (content == null) {
      return null;
    }
    if (content instanceof Variable name && name.name().equals("every")) {
      hintAtEvery(mark);
    }
    return new Expr(0, content, negated, false, List.of(), content.at());
  }

  @Nullable Expr withModifiers(@Nullable Expr expr) {
    boolean takesNone =
        expr != null
            && expr.content() instanceof SomeDeclaration some
            && !(some.symbols().getFirst() instanceof Call);
    if (expr == null || !grammar.goesOn(Token.WITH) || takesNone) {
      return expr;
    }
    List<With> modifiers = with();
    return modifiers == null ? null : expr.with(modifiers);
  }

  private @Nullable Content content() {
    int from = tokens.start();
    Term left = grammar.terms.infix();
    if (left == null || (tokens.token != Token.ASSIGN && tokens.token != Token.EQ)) {
      return left;
    }
    Ref operator = TermParser.name(tokens.token, tokens.here());
    tokens.scan();
    Term right = grammar.terms.infix();
    return right == null
        ? null
        : new Call(
            operator, List.of(left, right), tokens.between(left.at(), from, tokens.lastEnd()));
  }

  private void hintAtEvery(TokenStream.Mark mark) {
    TokenStream.Mark after = tokens.mark();
    boolean reads = asInFuture(mark, this::every);
    tokens.reset(after);
    if (reads) {
      tokens.hint(EVERY_HINT);
    }
  }

  /// Whether a reading would succeed at a place if all keywords were in force.
  private boolean asInFuture(TokenStream.Mark mark, Supplier<@Nullable Object> reading) {
    Object known = grammar.terms.forget();
    tokens.reset(mark);
    tokens.keywords(Keyword.all());
    boolean reads = reading.get() != null;
    grammar.terms.remember(known);
    tokens.reset(mark);
    return reads;
  }

  private @Nullable Expr some() {
    Location keyword = tokens.here();
    TokenStream.Mark mark = tokens.mark();
    tokens.scan();
    Term term = grammar.terms.infix();
    if (term instanceof Call call) {
      String problem = domain(call, SOME_FORM);
      if (!problem.isEmpty()) {
        tokens.illegal(problem);
        return null;
      }
      return Expr.of(new SomeDeclaration(List.of(term), keyword));
    }
    boolean hint =
        asInFuture(
            mark,
            () -> {
              tokens.scan();
              Term future = grammar.terms.infix();
              return future instanceof Call call && isMember(call) ? call : null;
            });
    if (hint) {
      tokens.hint(IN_HINT);
    }
    var names = new ArrayList<Term>();
    do {
      tokens.scan();
      if (tokens.token != Token.IDENT) {
        tokens.illegal("expected var");
        return null;
      }
      names.add(grammar.terms.variable());
      tokens.scan();
    } while (tokens.token == Token.COMMA);
    return Expr.of(new SomeDeclaration(names, keyword));
  }

  private static boolean isMember(Call call) {
    return call.name().equals("internal.member_2") || call.name().equals("internal.member_3");
  }

  private static String domain(Call call, String form) {
    return switch (call.name()) {
      case "internal.member_2" -> call.arguments().size() == 2 ? "" : "illegal domain";
      case "internal.member_3" -> call.arguments().size() == 3 ? "" : "illegal domain";
      default -> form;
    };
  }

  private @Nullable Expr every() {
    Location keyword = tokens.here();
    tokens.scan();
    Term term = grammar.terms.infix();
    if (term == null) {
      return null;
    }
    String problem = term instanceof Call call ? domain(call, EVERY_FORM) : EVERY_FORM;
    if (!problem.isEmpty()) {
      tokens.illegal(problem);
      return null;
    }
    List<Term> parts = ((Call) term).arguments();
    Optional<Term> key = parts.size() == 3 ? Optional.of(parts.getFirst()) : Optional.empty();
    Term value = parts.get(parts.size() - 2);
    if (key.isPresent() && !(key.get() instanceof Variable)) {
      tokens.illegal("expected key to be a variable");
      return null;
    }
    if (!(value instanceof Variable)) {
      tokens.illegal("expected value to be a variable");
      return null;
    }
    if (tokens.token != Token.L_BRACE) {
      tokens.illegal("missing body");
      return null;
    }
    Body body = braces();
    return body == null ? null : Expr.of(new Every(key, value, parts.getLast(), body, keyword));
  }

  /// A query in braces, and to the token behind them.
  @Nullable Body braces() {
    tokens.scan();
    Body body = inner(Token.R_BRACE);
    if (body != null) {
      tokens.scan();
    }
    return body;
  }

  /// A query inside brackets, up to the closing one.
  @Nullable Body inner(Token end) {
    if (!tokens.enter(TokenStream.BODY)) {
      return null;
    }
    Body body = query(false, end);
    tokens.leave(TokenStream.BODY);
    return body;
  }

  private @Nullable List<With> with() {
    var found = new ArrayList<With>();
    while (grammar.goesOn(Token.WITH)) {
      Location keyword = tokens.here();
      tokens.scan();
      if (!grammar.atName()) {
        tokens.illegal("expected ident");
        return null;
      }
      Term target = grammar.terms.term();
      if (target == null) {
        return null;
      }
      if (!(target instanceof Ref || target instanceof Variable)) {
        tokens.illegal("expected with target path");
      }
      if (tokens.token != Token.AS) {
        tokens.illegal("expected as keyword");
        return null;
      }
      tokens.scan();
      Term value = grammar.terms.infix();
      if (value == null) {
        return null;
      }
      found.add(new With(target, value, tokens.upToLast(keyword)));
    }
    return found;
  }
}
