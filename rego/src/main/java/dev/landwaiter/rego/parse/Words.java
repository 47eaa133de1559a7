package dev.landwaiter.rego.parse;

/// Tells keywords from names.
final class Words {
  private Words() {}

  /// What the word between two places is, with some words keywords beyond those that always are.
  static Token token(String text, int start, int end, int keywords) {
    int length = end - start;
    if (length < 2 || length > 8) {
      return Token.IDENT;
    }
    Token found =
        switch (text.charAt(start)) {
          case 'a' -> length == 2 ? Token.AS : Token.BOTH;
          case 'c' -> Token.CONTAINS;
          case 'd' -> Token.DEFAULT;
          case 'e' -> length == 4 ? Token.ELSE : Token.EVERY;
          case 'f' -> Token.FALSE;
          case 'i' ->
              length != 2 ? Token.IMPORT : text.charAt(start + 1) == 'n' ? Token.IN : Token.IF;
          case 'n' -> length == 3 ? Token.NOT : Token.NULL;
          case 'o' -> Token.EITHER;
          case 'p' -> Token.PACKAGE;
          case 's' -> Token.SOME;
          case 't' -> Token.TRUE;
          case 'w' -> Token.WITH;
          default -> Token.IDENT;
        };
    if (found == Token.IDENT
        || found.text.length() != length
        || !text.startsWith(found.text, start)) {
      return Token.IDENT;
    }
    return isIn(found, keywords) ? found : Token.IDENT;
  }

  private static boolean isIn(Token token, int keywords) {
    return switch (token) {
      case IN -> (keywords & Keyword.IN.bit()) != 0;
      case EVERY -> (keywords & Keyword.EVERY.bit()) != 0;
      case IF -> (keywords & Keyword.IF.bit()) != 0;
      case CONTAINS -> (keywords & Keyword.CONTAINS.bit()) != 0;
      case BOTH -> (keywords & Keyword.AND.bit()) != 0;
      case EITHER -> (keywords & Keyword.OR.bit()) != 0;
      default -> true;
    };
  }
}
