package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Rules that have a body or a keyword; those that are mere expressions are made by [BareRules].
final class RuleParser {
  private final Grammar grammar;
  private final TokenStream tokens;

  RuleParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens;
  }

  /// One rule, several with chained bodies, or null when this is none or, with an error, a broken
  /// one.
  @Nullable List<Draft> read() {
    Location first = tokens.here();
    boolean isDefault =
        tokens.token == Token.DEFAULT && !(grammar.keywordsInPaths && tokens.isFollowedByPart());
    if (isDefault) {
      tokens.scan();
    }
    if (!grammar.atName() && tokens.token != Token.CONTAINS) {
      return null;
    }
    HeadParser.Written written = grammar.heads.read(isDefault);
    if (written == null) {
      return null;
    }
    if (isDefault) {
      return defaultRule(first, written);
    }
    boolean usesIf = grammar.goesOn(Token.IF);
    if (!written.contains() && written.head().args().isEmpty()) {
      written = twoParts(written, usesIf);
    }
    Body body;
    if (usesIf) {
      tokens.scan();
      body = afterIf();
    } else if (tokens.token == Token.L_BRACE) {
      body = grammar.literals.braces();
    } else if (written.contains()) {
      return List.of(
          draft(
              rule(written.head(), bodyOf(true, first), true, written.head().at()),
              written,
              false,
              null));
    } else {
      return null;
    }
    return body == null ? null : withBody(first, written, usesIf, body);
  }

  private @Nullable List<Draft> withBody(
      Location first, HeadParser.Written written, boolean usesIf, Body body) {
    Draft otherwise = null;
    if (grammar.goesOn(Token.ELSE)) {
      otherwise = otherwise(written.head());
      if (otherwise == null) {
        return null;
      }
    }
    Rule rule = rule(written.head(), body, false, tokens.upToLast(first));
    var found = new ArrayList<Draft>();
    found.add(draft(rule, written, usesIf, otherwise));
    while (tokens.token == Token.L_BRACE) {
      Location open = tokens.here();
      if (otherwise != null) {
        tokens.error(open, "expected else keyword");
        return null;
      }
      Body next = grammar.literals.braces();
      if (next == null) {
        return null;
      }
      Location at = tokens.upToLast(open);
      Head head = Relocation.of(renewed(written.head()), at);
      found.add(draft(rule(head, next, false, at), written, usesIf, null));
    }
    return found;
  }

  private static Rule rule(Head head, Body body, boolean constant, Location at) {
    return new Rule(false, head, body, constant, Optional.empty(), List.of(), at);
  }

  private static Draft draft(
      Rule rule, HeadParser.Written written, boolean usesIf, @Nullable Draft otherwise) {
    return new Draft(
        rule, usesIf, written.contains(), written.implicit(), Optional.ofNullable(otherwise));
  }

  static Body bodyOf(boolean value, Location at) {
    return new Body(List.of(Expr.of(Scalar.of(value, at))), at);
  }

  private @Nullable List<Draft> defaultRule(Location first, HeadParser.Written written) {
    String problem = DefaultRules.problem(written.head());
    if (!problem.isEmpty()) {
      tokens.error(first, problem);
      return null;
    }
    Rule rule =
        new Rule(
            true, written.head(), bodyOf(true, first), true, Optional.empty(), List.of(), first);
    return List.of(draft(rule, written, false, null));
  }

  /// `p[x]` without `if` gathers a set, or keeps its old name when it has a value.
  private static HeadParser.Written twoParts(HeadParser.Written written, boolean usesIf) {
    Head head = written.head();
    if (head.ref().parts().size() != 2 || !(head.ref().head() instanceof Variable name)) {
      return written;
    }
    Optional<String> legacy = Optional.of(name.name());
    if (usesIf || !written.implicit()) {
      return written.implicit() ? written : written.head(named(head, legacy));
    }
    Term key = head.ref().parts().getLast();
    return written.head(
        new Head(
            new Ref(List.of(name), head.ref().at()),
            List.of(),
            Optional.of(key),
            Optional.empty(),
            head.assign(),
            legacy,
            head.at()));
  }

  private static Head named(Head head, Optional<String> legacy) {
    return new Head(
        head.ref(), head.args(), head.key(), head.value(), head.assign(), legacy, head.at());
  }

  /// One expression, or a query in braces. Braces are tried as a value first, which any value but a
  /// set may be.
  private @Nullable Body afterIf() {
    TokenStream.Mark mark = tokens.mark();
    Expr single = grammar.literals.literal();
    if (single != null && !(single.content() instanceof SetTerm)) {
      return LiteralParser.body(List.of(single));
    }
    if (mark.token() != Token.L_BRACE) {
      return null;
    }
    tokens.reset(mark);
    return grammar.literals.braces();
  }

  /// Another body of a function has wildcards of its own.
  private Head renewed(Head head) {
    List<Term> args = new ArrayList<>(head.args());
    args.replaceAll(arg ->
        arg instanceof Variable name && name.isWildcard()
            ? new Variable(tokens.wildcard(), name.at())
            : arg);
    return new Head(
        head.ref(), args, head.key(), head.value(), head.assign(), head.legacyName(), head.at());
  }

  private @Nullable Draft otherwise(Head head) {
    if (!head.ref().isGround()) {
      tokens.error(tokens.here(), "else keyword cannot be used on rules with variables in head");
      return null;
    }
    if (head.isMultiValue()) {
      tokens.error(tokens.here(), "else keyword cannot be used on multi-value rules");
      return null;
    }
    return branch(head);
  }

  private @Nullable Draft branch(Head original) {
    if (!tokens.enter(TokenStream.LINK)) {
      return null;
    }
    Draft found = unboundedBranch(original);
    tokens.leave(TokenStream.LINK);
    return found;
  }

  private @Nullable Draft unboundedBranch(Head original) {
    Location first = tokens.here();
    Head head = renewed(original);
    Term value = Scalar.of(true, Location.NONE);
    boolean assign = head.assign();
    boolean implicit = true;
    Location headAt = first;
    tokens.scan();
    switch (tokens.token) {
      case L_BRACE, IF -> {}
      case ASSIGN, EQ -> {
        assign = tokens.token == Token.ASSIGN;
        tokens.scan();
        Term written = grammar.terms.infix();
        if (written == null) {
          return null;
        }
        value = written;
        implicit = false;
        headAt = tokens.upToLast(first);
      }
      default -> {
        tokens.illegal("expected else value term or rule body");
        return null;
      }
    }
    head =
        new Head(
            head.ref(),
            head.args(),
            head.key(),
            Optional.of(value),
            assign,
            head.legacyName(),
            headAt);
    return branchBody(original, head, first, implicit);
  }

  private @Nullable Draft branchBody(Head original, Head head, Location first, boolean implicit) {
    boolean usesIf = grammar.goesOn(Token.IF);
    if (!usesIf && tokens.token != Token.L_BRACE) {
      Location at = tokens.upToLast(first);
      Rule rule = rule(head, bodyOf(true, at), true, at);
      return new Draft(rule, false, false, implicit, Optional.empty());
    }
    if (usesIf) {
      tokens.scan();
    }
    Body body;
    boolean single = tokens.token != Token.L_BRACE;
    if (!single) {
      body = grammar.literals.braces();
    } else if (tokens.token == Token.EOF) {
      tokens.illegal("rule body expected");
      return null;
    } else {
      Expr only = grammar.literals.literal();
      body = only == null ? null : LiteralParser.body(List.of(only));
    }
    if (body == null) {
      return null;
    }
    Optional<Draft> next = Optional.empty();
    if (grammar.goesOn(Token.ELSE)) {
      next = Optional.ofNullable(branch(original));
      if (next.isEmpty()) {
        return null;
      }
    }
    Location at = tokens.upToLast(first);
    Rule rule = rule(head, single ? Relocation.of(body, at) : body, false, at);
    return new Draft(rule, usesIf, false, implicit, next);
  }
}
