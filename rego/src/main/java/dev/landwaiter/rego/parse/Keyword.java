package dev.landwaiter.rego.parse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Words that are keywords only in some versions or after an import.
enum Keyword {
  CONTAINS("contains", Token.CONTAINS, true, 1),
  EVERY("every", Token.EVERY, true, 2),
  IF("if", Token.IF, true, 4),
  IN("in", Token.IN, true, 8),
  NOT("not", Token.NOT, false, 16),
  AND("and", Token.BOTH, false, 32),
  OR("or", Token.EITHER, false, 64);

  final String text;
  final Token token;

  /// Whether version 1 has it without import.
  final boolean ofVersionOne;

  /// Its place in a set of bits.
  private final int bit;

  Keyword(String text, Token token, boolean ofVersionOne, int bit) {
    this.bit = bit;
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
    return bit;
  }

  static int bits(Iterable<Keyword> keywords) {
    int bits = 0;
    for (Keyword one : keywords) {
      bits |= one.bit();
    }
    return bits;
  }

  static int all() {
    return bits(List.of(values()));
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
