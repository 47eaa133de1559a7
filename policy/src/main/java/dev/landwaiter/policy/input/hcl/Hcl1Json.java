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

/// Reads the JSON form of HCL 1, in which objects of objects and lists of objects stand for
/// repeated blocks.
final class Hcl1Json {
  private final Hcl1Scanner scanner;
  private Hcl1Token token;
  private int depth;

  Hcl1Json(SourceText source) throws FormatException {
    scanner = new Hcl1Scanner(source, true);
    token = scanner.next();
  }

  /// The object at the top.
  Braces file() throws FormatException {
    return flat(object());
  }

  private static Braces flat(Braces braces) {
    List<Item> flat = new ArrayList<>();
    for (Item item : braces.items()) {
      flatten(item, flat);
    }
    flat.replaceAll(item -> new Item(item.keys(), flat(item.value())));
    return new Braces(flat, braces.from(), braces.to());
  }

  private static Hcl1Node flat(Hcl1Node node) {
    return switch (node) {
      case Braces braces -> flat(braces);
      case Elements list ->
          new Elements(
              list.elements().stream().map(Hcl1Json::flat).toList(), list.from(), list.to());
      case Literal _, Hcl1Node.Shared _ -> node;
    };
  }

  private Braces object() throws FormatException {
    enter();
    int from = token.from();
    pass(Kind.OPENING_BRACE, "a {");
    List<Item> items = new ArrayList<>();
    while (!token.is(Kind.CLOSING_BRACE)) {
      Hcl1Token key = token;
      pass(Kind.TEXT, "a key in double quotes");
      pass(Kind.ASSIGNMENT, "a colon");
      items.add(new Item(List.of(key), value()));
      comma(Kind.CLOSING_BRACE, "a comma or a }");
    }
    int to = token.to();
    leave();
    return new Braces(items, from, to);
  }

  private Hcl1Node value() throws FormatException {
    if (token.isLiteral()) {
      var literal = new Literal(token);
      token = scanner.next();
      return literal;
    }
    return token.is(Kind.OPENING_BRACKET) ? list() : object();
  }

  private Elements list() throws FormatException {
    enter();
    int from = token.from();
    pass(Kind.OPENING_BRACKET, "a [");
    List<Hcl1Node> elements = new ArrayList<>();
    while (!token.is(Kind.CLOSING_BRACKET)) {
      elements.add(value());
      comma(Kind.CLOSING_BRACKET, "a comma or a ]");
    }
    int to = token.to();
    leave();
    return new Elements(elements, from, to);
  }

  /// An object whose members are all objects gives one item for each of them, with one key more; a
  /// list of objects gives one for each, with the same keys.
  private static void flatten(Item item, List<Item> items) {
    switch (item.value()) {
      case Braces braces
          when !braces.items().isEmpty()
              && braces.items().stream().allMatch(each -> each.value() instanceof Braces) -> {
        for (Item each : braces.items()) {
          List<Hcl1Token> keys = new ArrayList<>(item.keys());
          keys.addAll(each.keys());
          flatten(new Item(keys, each.value()), items);
        }
      }
      case Elements list
          when !list.elements().isEmpty()
              && list.elements().stream().allMatch(each -> each instanceof Braces) -> {
        for (Hcl1Node each : list.elements()) {
          flatten(new Item(item.keys(), each), items);
        }
      }
      case Literal _, Braces _, Elements _, Hcl1Node.Shared _ -> items.add(item);
    }
  }

  private void comma(Kind closing, String what) throws FormatException {
    if (token.is(Kind.COMMA)) {
      token = scanner.next();
      if (!token.is(closing)) {
        return;
      }
    } else if (token.is(closing)) {
      return;
    }
    throw wrong(what);
  }

  private void pass(Kind kind, String what) throws FormatException {
    if (!token.is(kind)) {
      throw wrong(what);
    }
    token = scanner.next();
  }

  private void enter() throws FormatException {
    if (++depth > Hcl1Parser.MOST_DEPTH) {
      throw scanner.source.wrong(token.from(), "nested deeper than " + Hcl1Parser.MOST_DEPTH, "");
    }
  }

  /// Passes a closing bracket; nothing is read behind the last one.
  private void leave() throws FormatException {
    if (--depth > 0) {
      token = scanner.next();
    }
  }

  private FormatException wrong(String what) {
    return scanner.source.wrong(token.from(), what + " was expected", "");
  }
}
