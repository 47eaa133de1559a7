package dev.landwaiter.rego.builtin.graphql;

import dev.landwaiter.rego.syntax.ValueText;

/// One token of a GraphQL document.
///
/// @param text of names, numbers and strings; for [Kind#INVALID] what is wrong
record Token(Kind kind, String text, Place place) {
  /// The kinds of tokens, by the names errors show.
  enum Kind {
    INVALID("<Invalid>"),
    END("<EOF>"),
    BANG("!"),
    DOLLAR("$"),
    AMPERSAND("&"),
    OPEN_ROUND("("),
    CLOSE_ROUND(")"),
    SPREAD("..."),
    COLON(":"),
    EQUALS("="),
    AT("@"),
    OPEN_SQUARE("["),
    CLOSE_SQUARE("]"),
    OPEN_CURLY("{"),
    CLOSE_CURLY("}"),
    PIPE("|"),
    NAME("Name"),
    INT("Int"),
    FLOAT("Float"),
    STRING("String"),
    BLOCK_STRING("BlockString");

    private final String shown;

    Kind(String shown) {
      this.shown = shown;
    }

    String shown() {
      return shown;
    }
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }

  /// How errors show it: the kind, and the text in quotes.
  String shown() {
    return text.isEmpty() || kind == Kind.INVALID
        ? kind.shown()
        : kind.shown() + " " + ValueText.quoted(text);
  }
}
