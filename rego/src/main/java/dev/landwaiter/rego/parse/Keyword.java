package dev.landwaiter.rego.parse;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Words that are keywords only in some versions or after an import.
enum Keyword {
  CONTAINS("contains", Token.CONTAINS, true),
  EVERY("every", Token.EVERY, true),
  IF("if", Token.IF, true),
  IN("in", Token.IN, true),
  NOT("not", Token.NOT, false),
  AND("and", Token.BOTH, false),
  OR("or", Token.EITHER, false);

  final String text;
  final Token token;

  /// Whether version 1 has it without import.
  final boolean ofVersionOne;

  Keyword(String text, Token token, boolean ofVersionOne) {
    this.text = text;
    this.token = token;
    this.ofVersionOne = ofVersionOne;
  }

  static Optional<Keyword> named(String text) {
    for (Keyword one : values()) {
      if (one.text.equals(text)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  int bit() {
    return 1 << ordinal();
  }

  static int bits(Iterable<Keyword> keywords) {
    int bits = 0;
    for (Keyword one : keywords) {
      bits |= one.bit();
    }
    return bits;
  }

  static int all() {
    return (1 << values().length) - 1;
  }

  /// The names of a set of bits, sorted.
  static Set<String> names(int bits) {
    var names = new TreeSet<String>();
    for (Keyword one : values()) {
      if ((bits & one.bit()) != 0) {
        names.add(one.text);
      }
    }
    return names;
  }
}
