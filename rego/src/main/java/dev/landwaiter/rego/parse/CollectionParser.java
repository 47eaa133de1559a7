package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.Term;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Arrays, sets, objects and comprehensions. A comprehension wins over a union: `{a | b}` has a
/// body `b`. The current token is the opening bracket at first and the closing one at last.
final class CollectionParser {
  private final Grammar grammar;
  private final TokenStream tokens;

  CollectionParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens;
  }

  private Location since(Location open) {
    return tokens.between(open, open.start(), tokens.end());
  }

  @Nullable Term array() {
    Location open = tokens.here();
    tokens.scan();
    if (tokens.token == Token.R_BRACKET) {
      return new ArrayTerm(List.of(), since(open));
    }
    boolean comprehension = !skipComma();
    TokenStream.Mark mark = tokens.mark();
    Term head = grammar.terms.term();
    if (head == null) {
      return null;
    }
    switch (tokens.token) {
      case R_BRACKET -> {
        return new ArrayTerm(List.of(head), since(open));
      }
      case COMMA -> {
        tokens.scan();
        return array(open, list(Token.R_BRACKET, List.of(head)));
      }
      case OR -> {
        if (comprehension) {
          tokens.scan();
          Body body = grammar.literals.inner(Token.R_BRACKET);
          if (body != null) {
            return new ArrayComprehension(head, body, since(open));
          }
          if (tokens.token != Token.COMMA) {
            return null;
          }
        }
      }
      default -> {}
    }
    tokens.reset(mark);
    return array(open, list(Token.R_BRACKET, List.of()));
  }

  private @Nullable Term array(Location open, @Nullable List<Term> elements) {
    return elements == null ? null : new ArrayTerm(elements, since(open));
  }

  /// A comma in front of the first element is tolerated.
  private boolean skipComma() {
    if (tokens.token != Token.COMMA) {
      return false;
    }
    tokens.scan();
    return true;
  }

  @Nullable Term setOrObject() {
    Location open = tokens.here();
    tokens.scan();
    if (tokens.token == Token.R_BRACE) {
      return new ObjectTerm(List.of(), since(open));
    }
    boolean comprehension = !skipComma();
    TokenStream.Mark mark = tokens.mark();
    Term head = grammar.terms.term();
    if (head == null) {
      return null;
    }
    switch (tokens.token) {
      case OR -> {
        if (comprehension) {
          return setComprehension(open, mark, head);
        }
      }
      case R_BRACE, COMMA -> {
        return set(open, head);
      }
      case COLON -> {
        return object(open, head, comprehension);
      }
      default -> {}
    }
    tokens.reset(mark);
    head = grammar.terms.infixInList();
    if (head == null) {
      return null;
    }
    return switch (tokens.token) {
      case R_BRACE, COMMA -> set(open, head);
      case COLON -> object(open, head, comprehension);
      default -> {
        tokens.illegal("non-terminated set");
        yield null;
      }
    };
  }

  private @Nullable Term set(Location open, Term head) {
    if (tokens.token == Token.R_BRACE) {
      return new SetTerm(List.of(head), since(open));
    }
    tokens.scan();
    return set(open, list(Token.R_BRACE, List.of(head)));
  }

  private @Nullable Term set(Location open, @Nullable List<Term> elements) {
    return elements == null ? null : new SetTerm(elements, since(open));
  }

  private @Nullable Term setComprehension(Location open, TokenStream.Mark mark, Term head) {
    tokens.scan();
    Body body = grammar.literals.inner(Token.R_BRACE);
    if (body != null) {
      return new SetComprehension(head, body, since(open));
    }
    if (tokens.token != Token.COMMA) {
      return null;
    }
    tokens.reset(mark);
    return set(open, list(Token.R_BRACE, List.of()));
  }

  /// Behind a first key; the current token is the colon.
  private @Nullable Term object(Location open, Term key, boolean comprehension) {
    tokens.scan();
    TokenStream.Mark mark = tokens.mark();
    Term value = grammar.terms.term();
    if (value == null) {
      return null;
    }
    boolean infix = true;
    if (comprehension) {
      switch (tokens.token) {
        case R_BRACE, COMMA, OR -> {
          infix = tokens.token == Token.OR;
          Term found = rest(open, key, value, true);
          if (found != null) {
            return found;
          }
        }
        default -> {}
      }
    }
    tokens.reset(mark);
    if (infix) {
      value = grammar.terms.infixInList();
      if (value == null) {
        return null;
      }
      if (tokens.token == Token.R_BRACE || tokens.token == Token.COMMA) {
        return rest(open, key, value, false);
      }
    }
    tokens.illegal("non-terminated object");
    return null;
  }

  private @Nullable Term rest(Location open, Term key, Term value, boolean comprehension) {
    return switch (tokens.token) {
      case R_BRACE -> new ObjectTerm(List.of(new ObjectTerm.Entry(key, value)), since(open));
      case OR -> {
        if (!comprehension) {
          tokens.illegal("non-terminated object");
          yield null;
        }
        tokens.scan();
        Body body = grammar.literals.inner(Token.R_BRACE);
        yield body == null ? null : new ObjectComprehension(key, value, body, since(open));
      }
      default -> {
        tokens.scan();
        List<ObjectTerm.Entry> entries = pairs(new ObjectTerm.Entry(key, value));
        yield entries == null ? null : new ObjectTerm(entries, since(open));
      }
    };
  }

  /// Elements up to a closing bracket, behind those that were already read.
  @Nullable List<Term> list(Token end, List<Term> first) {
    var found = new ArrayList<>(first);
    while (tokens.token != end) {
      Term element = grammar.terms.infixInList();
      if (element == null) {
        return null;
      }
      found.add(element);
      if (tokens.token == end) {
        break;
      }
      if (!comma(end)) {
        return null;
      }
    }
    return found;
  }

  private boolean comma(Token end) {
    if (tokens.token != Token.COMMA) {
      tokens.illegal("expected \",\" or \"" + end.text + "\"");
      return false;
    }
    tokens.scan();
    return true;
  }

  private @Nullable List<ObjectTerm.Entry> pairs(ObjectTerm.Entry first) {
    var found = new ArrayList<ObjectTerm.Entry>();
    found.add(first);
    while (tokens.token != Token.R_BRACE) {
      Term key = grammar.terms.infixInList();
      if (key == null) {
        return null;
      }
      if (tokens.token != Token.COLON) {
        tokens.illegal("expected \":\"");
        return null;
      }
      tokens.scan();
      Term value = grammar.terms.infixInList();
      if (value == null) {
        return null;
      }
      found.add(new ObjectTerm.Entry(key, value));
      if (tokens.token == Token.R_BRACE) {
        break;
      }
      if (!comma(Token.R_BRACE)) {
        return null;
      }
    }
    return found;
  }
}
