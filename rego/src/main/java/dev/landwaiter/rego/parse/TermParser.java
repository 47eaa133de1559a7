package dev.landwaiter.rego.parse;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Terms and the operators between them. A method that answers `null` has left an error behind.
final class TermParser {
  /// Terms in brackets longer than this are remembered, so that reading again is not reading inside
  /// again.
  private static final int SHORT = 16;

  private final Grammar grammar;
  private final TokenStream tokens;
  private Map<Integer, Known> known = new HashMap<>();

  /// A term that was read, or not, and where the reader stood then.
  private record Known(@Nullable Term term, TokenStream.Mark after) {}

  TermParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens;
  }

  /// Forgets what was read and answers it, for readings with other keywords.
  Object forget() {
    Map<Integer, Known> before = known;
    known = new HashMap<>();
    return before;
  }

  @SuppressWarnings("unchecked")
  void remember(Object before) {
    known = (Map<Integer, Known>) before;
  }

  /// Operators of all kinds, `k, v in xs` among them.
  @Nullable Term infix() {
    return membership(true);
  }

  /// As in lists, where a comma parts elements.
  @Nullable Term infixInList() {
    return membership(false);
  }

  private @Nullable Term membership(boolean withKey) {
    if (!tokens.enter(TokenStream.LINK)) {
      return null;
    }
    int from = tokens.start();
    int weight = TokenStream.LINK;
    Term left = binary(1);
    while (left != null) {
      Term joined = withKey && tokens.token == Token.COMMA ? keyed(left, from) : null;
      if (joined == null && grammar.goesOn(Token.IN)) {
        Ref operator = member("member_2");
        Term right = binary(1);
        joined = right == null ? null : call(operator, List.of(left, right), left, from);
      }
      if (joined == null) {
        break;
      }
      left = tokens.enter(TokenStream.LINK) ? joined : null;
      weight += left == null ? 0 : TokenStream.LINK;
      if (!grammar.goesOn(Token.IN)) {
        break;
      }
    }
    tokens.leave(weight);
    return left;
  }

  private @Nullable Term keyed(Term left, int from) {
    TokenStream.Mark mark = tokens.mark();
    tokens.scan();
    Term middle = binary(1);
    if (middle != null && grammar.goesOn(Token.IN)) {
      Ref operator = member("member_3");
      Term right = binary(1);
      if (right != null) {
        return call(operator, List.of(left, middle, right), left, from);
      }
    }
    tokens.reset(mark);
    return null;
  }

  private Ref member(String name) {
    Location at = tokens.here();
    tokens.scan();
    return new Ref(List.of(new Variable("internal", at), Scalar.of(name, at)), at);
  }

  /// Operators that bind at least as tightly as given. After an operand that could not be read,
  /// looser operators are still taken, as if the operator had not been there.
  private @Nullable Term binary(int loosest) {
    int from = tokens.start();
    Term left = term();
    int tightest = 5;
    int joined = 0;
    while (left != null) {
      Token operator = tokens.token;
      int binding = operator.binding;
      if (binding < Math.max(loosest, 1) || binding > tightest) {
        break;
      }
      Location at = tokens.here();
      tokens.scan();
      Term right = binding == 5 ? term() : binary(binding + 1);
      if (right == null) {
        tightest = binding - 1;
        continue;
      }
      if (!tokens.enter(TokenStream.LINK)) {
        left = null;
        break;
      }
      joined++;
      left = call(name(operator, at), List.of(left, right), left, from);
      tightest = binding;
    }
    tokens.leave(joined * TokenStream.LINK);
    return left;
  }

  static Ref name(Token operator, Location at) {
    return new Ref(List.of(new Variable(operator.text, at)), at);
  }

  private Call call(Ref operator, List<Term> arguments, Term first, int from) {
    return new Call(operator, arguments, tokens.between(first.at(), from, tokens.lastEnd()));
  }

  /// One term with the path or the arguments that follow it directly.
  @Nullable Term term() {
    boolean bracket =
        switch (tokens.token) {
          case L_BRACKET, L_BRACE, L_PAREN, TEMPLATE_PART, RAW_TEMPLATE_PART -> true;
          default -> false;
        };
    int from = tokens.start();
    Known before = bracket ? known.get(from) : null;
    if (before != null) {
      tokens.reset(before.after);
      return before.term;
    }
    if (!tokens.enter(TokenStream.TERM)) {
      return null;
    }
    Term found = read();
    tokens.leave(TokenStream.TERM);
    if (bracket && tokens.lastEnd() - from > SHORT) {
      known.put(from, new Known(found, tokens.mark()));
    }
    return found;
  }

  private @Nullable Term read() {
    Location at = tokens.here();
    if (grammar.atName() || tokens.token == Token.CONTAINS || isOldCall()) {
      return finish(variable(), false);
    }
    return switch (tokens.token) {
      case NULL -> finish(new Scalar(NullValue.NULL, at), false);
      case TRUE -> finish(Scalar.of(true, at), false);
      case FALSE -> finish(Scalar.of(false, at), false);
      case MINUS, DOT, NUMBER -> number();
      case STRING -> finish(Literals.string(tokens), false);
      case TEMPLATE_PART, TEMPLATE_END -> finish(grammar.template.read(false), false);
      case RAW_TEMPLATE_PART, RAW_TEMPLATE_END -> finish(grammar.template.read(true), false);
      case L_BRACKET -> finish(grammar.collections.array(), false);
      case L_BRACE -> finish(grammar.collections.setOrObject(), false);
      case L_PAREN -> finish(group(), false);
      default -> {
        tokens.illegal();
        yield null;
      }
    };
  }

  /// `and(…)` and `or(…)` stay calls of functions where these words are keywords.
  private boolean isOldCall() {
    return (tokens.token == Token.BOTH || tokens.token == Token.EITHER)
        && tokens.isFollowedByParenthesis();
  }

  private @Nullable Term group() {
    Location open = tokens.here();
    tokens.scan();
    Term inner = infix();
    if (inner == null) {
      return null;
    }
    if (tokens.token != Token.R_PAREN) {
      tokens.error(tokens.here(), "non-terminated expression");
      return null;
    }
    return inner.at(tokens.between(inner.at(), open.start(), tokens.end()));
  }

  private @Nullable Term number() {
    Location at = tokens.here();
    String prefix = "";
    if (tokens.token == Token.MINUS) {
      prefix = "-";
      tokens.scan();
      if (grammar.atName()) {
        Term operand = term();
        return operand == null
            ? null
            : new Call(
                name(Token.MINUS, at),
                List.of(new Scalar(Value.of(0), at), operand),
                tokens.upToLast(at));
      }
    }
    if (tokens.token == Token.DOT) {
      prefix += ".";
      tokens.scan();
    }
    if (tokens.token != Token.NUMBER) {
      tokens.illegal("expected number");
      return null;
    }
    return finish(Literals.number(tokens, prefix, at), false);
  }

  /// The name the current token is; wildcards get a number.
  Variable variable() {
    String name = tokens.literal();
    return new Variable(name.equals("_") ? tokens.wildcard() : name, tokens.here());
  }

  /// What follows a head: with `skipSpace`, in heads of rules, even behind white space.
  @Nullable Term finish(@Nullable Term head, boolean skipSpace) {
    if (head == null) {
      return null;
    }
    int from = tokens.start();
    tokens.scanSpace();
    if (skipSpace) {
      switch (tokens.token) {
        // The original takes an operator right behind the name for a mistake.
        case PLUS, MINUS, MUL, DIV, REM, AND, OR, EQUAL, NEQ, GT, GTE, LT, LTE -> tokens.illegal();
        case WHITESPACE -> tokens.scan();
        default -> {}
      }
    }
    switch (tokens.token) {
      case L_PAREN, DOT, L_BRACKET -> {
        return path(head, head instanceof Variable ? from : head.at().start());
      }
      case WHITESPACE -> tokens.scan();
      default -> {}
    }
    return head instanceof Variable name && isRoot(name) ? new Ref(List.of(name), name.at()) : head;
  }

  static boolean isRoot(Variable name) {
    return name.name().equals("input") || name.name().equals("data");
  }

  private @Nullable Term path(Term head, int from) {
    if (!tokens.enter(TokenStream.TERM)) {
      return null;
    }
    Term found = parts(head, from);
    tokens.leave(TokenStream.TERM);
    return found;
  }

  private @Nullable Term parts(Term head, int from) {
    if (head instanceof Scalar || head instanceof Ref) {
      tokens.error(head.at(), "illegal ref (head cannot be " + Kinds.of(head) + ")");
    }
    var parts = new ArrayList<Term>();
    parts.add(head);
    while (true) {
      switch (tokens.token) {
        case DOT -> {
          tokens.scanSpace();
          if (!grammar.atPart()) {
            tokens.illegal("expected identifier");
            return null;
          }
          parts.add(Scalar.of(tokens.literal(), tokens.here()));
          tokens.scanSpace();
        }
        case L_PAREN -> {
          Location at = tokens.between(head.at(), from, tokens.start());
          Term called = arguments(new Ref(parts, at), from);
          if (called != null && (tokens.token == Token.DOT || tokens.token == Token.L_BRACKET)) {
            return path(called, from);
          }
          if (tokens.token == Token.WHITESPACE) {
            tokens.scan();
          }
          return called;
        }
        case L_BRACKET -> {
          tokens.scan();
          Term part = infix();
          if (part == null) {
            return null;
          }
          if (tokens.token != Token.R_BRACKET) {
            tokens.illegal("expected [");
            return null;
          }
          parts.add(part);
          tokens.scanSpace();
        }
        default -> {
          int to = tokens.lastEnd();
          if (tokens.token == Token.WHITESPACE) {
            tokens.scan();
          }
          return new Ref(parts, tokens.between(head.at(), from, to));
        }
      }
    }
  }

  private @Nullable Term arguments(Ref operator, int from) {
    tokens.scan();
    if (tokens.token == Token.R_PAREN) {
      Location at = tokens.between(operator.at(), from, tokens.end());
      tokens.scanSpace();
      return isSet(operator) ? new SetTerm(List.of(), at) : new Call(operator, List.of(), at);
    }
    List<Term> arguments = grammar.collections.list(Token.R_PAREN, List.of());
    if (arguments == null) {
      return null;
    }
    Location at = tokens.between(operator.at(), from, tokens.end());
    tokens.scanSpace();
    return new Call(operator, arguments, at);
  }

  private static boolean isSet(Ref operator) {
    return operator.parts().size() == 1
        && operator.head() instanceof Variable name
        && name.name().equals("set");
  }
}
