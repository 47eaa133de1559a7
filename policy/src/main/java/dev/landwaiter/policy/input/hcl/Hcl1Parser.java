package dev.landwaiter.policy.input.hcl;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.SourceText;
import dev.landwaiter.policy.input.hcl.Hcl1Node.Braces;
import dev.landwaiter.policy.input.hcl.Hcl1Node.Elements;
import dev.landwaiter.policy.input.hcl.Hcl1Node.Item;
import dev.landwaiter.policy.input.hcl.Hcl1Node.Literal;
import dev.landwaiter.policy.input.hcl.Hcl1Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Reads HCL 1.
final class Hcl1Parser {
  static final int MOST_DEPTH = 256;

  private final Hcl1Scanner scanner;
  private Hcl1Token token;
  private int depth;

  Hcl1Parser(SourceText source) throws FormatException {
    scanner = new Hcl1Scanner(source, false);
    token = scanner.next();
  }

  Braces file() throws FormatException {
    List<Item> items = new ArrayList<>();
    while (!token.is(Kind.END)) {
      item(items);
    }
    return new Braces(items, 0, token.to());
  }

  /// A file that ends after `key =` has no such key.
  private void item(List<Item> items) throws FormatException {
    List<Hcl1Token> keys = keys();
    int before = depth - keys.size();
    if (token.is(Kind.ASSIGNMENT)) {
      next();
      if (!token.is(Kind.END)) {
        items.add(new Item(keys, value()));
      }
    } else {
      items.add(new Item(keys, braces()));
    }
    depth = before;
    if (token.is(Kind.COMMA)) {
      next();
    }
  }

  private List<Hcl1Token> keys() throws FormatException {
    List<Hcl1Token> keys = new ArrayList<>();
    while (token.is(Kind.NAME) || token.is(Kind.TEXT)) {
      enter();
      keys.add(token);
      next();
    }
    boolean isHereDocument =
        !keys.isEmpty() && scanner.source.text().charAt(keys.getLast().from()) == '<';
    if (keys.isEmpty() || isHereDocument) {
      throw wrong("a key was expected");
    }
    if (token.is(Kind.ASSIGNMENT) ? keys.size() > 1 : !token.is(Kind.OPENING_BRACE)) {
      throw wrong(
          keys.size() > 1 && token.is(Kind.ASSIGNMENT)
              ? "a { was expected after several keys"
              : "a { or = was expected after a key");
    }
    return keys;
  }

  private Hcl1Node value() throws FormatException {
    if (token.isLiteral()) {
      var literal = new Literal(token);
      next();
      return literal;
    }
    if (token.is(Kind.OPENING_BRACE)) {
      return braces();
    }
    if (token.is(Kind.OPENING_BRACKET)) {
      return elements();
    }
    throw wrong("a value was expected");
  }

  private Braces braces() throws FormatException {
    enter();
    int from = token.from();
    next();
    List<Item> items = new ArrayList<>();
    while (!token.is(Kind.CLOSING_BRACE)) {
      if (token.is(Kind.END)) {
        throw wrong("a } was expected");
      }
      item(items);
    }
    int to = token.to();
    next();
    depth--;
    return new Braces(items, from, to);
  }

  private Elements elements() throws FormatException {
    enter();
    int from = token.from();
    next();
    List<Hcl1Node> elements = new ArrayList<>();
    boolean needsComma = false;
    while (!token.is(Kind.CLOSING_BRACKET)) {
      if (token.is(Kind.COMMA)) {
        next();
        needsComma = false;
      } else if (needsComma) {
        throw wrong("a comma or the ] of a list was expected");
      } else {
        elements.add(value());
        needsComma = true;
      }
    }
    int to = token.to();
    next();
    depth--;
    return new Elements(elements, from, to);
  }

  private void enter() throws FormatException {
    if (++depth > MOST_DEPTH) {
      throw wrong("nested deeper than " + MOST_DEPTH);
    }
  }

  private void next() throws FormatException {
    token = scanner.next();
  }

  private FormatException wrong(String message) {
    String found = token.is(Kind.END) ? ", but the file ends here" : ", not " + shown();
    return scanner.source.wrong(
        token.from(), message.startsWith("nested") ? message : message + found, "");
  }

  private String shown() {
    return scanner.source.text().substring(token.from(), Math.min(token.to(), token.from() + 20));
  }
}
