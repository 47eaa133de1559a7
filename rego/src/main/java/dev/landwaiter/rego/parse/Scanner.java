package dev.landwaiter.rego.parse;

import java.util.ArrayList;
import java.util.List;

/// Splits Rego text into tokens (reference: lexis). Columns count code points; a line break stands
/// in column 0 of the row it begins, and the end of the text where its last character stands.
///
/// A byte that was no UTF-8 is a lone surrogate in the text.
final class Scanner {
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int END = -1;

  private final String text;

  /// Where the current character stands.
  private int position;

  private int current;
  private int row = 1;
  private int column;

  /// The token found last: from where to where.
  int start;

  int end;
  int tokenRow;
  int tokenColumn;

  /// Words that are keywords beyond those that always are; bits of [Keyword].
  int keywords;

  /// What was wrong with the token found last.
  List<String> errors = List.of();

  Scanner(String text) {
    this.text = text;
    read();
    if (current == BYTE_ORDER_MARK) {
      next();
    }
  }

  /// A place to come back to.
  record Mark(int position, int current, int row, int column, int keywords) {}

  Mark mark() {
    return new Mark(position, current, row, column, keywords);
  }

  void reset(Mark mark) {
    position = mark.position;
    current = mark.current;
    row = mark.row;
    column = mark.column;
    keywords = mark.keywords;
  }

  private void next() {
    if (current != END) {
      position += Character.charCount(current);
      read();
    }
  }

  private void read() {
    if (position >= text.length()) {
      current = END;
      return;
    }
    char plain = text.charAt(position);
    current = plain;
    if (plain == 0) {
      error("illegal null character");
    } else if (plain >= 0x80) {
      current = text.codePointAt(position);
      if (current >= 0xD800 && current <= 0xDFFF) {
        error("illegal utf-8 character");
      } else if (current == BYTE_ORDER_MARK && position > 0) {
        error("illegal byte-order mark");
      }
    }
    if (plain == '\n') {
      row++;
      column = 0;
    } else {
      column++;
    }
  }

  private void error(String message) {
    if (errors.isEmpty()) {
      errors = new ArrayList<>(2);
    }
    errors.add(message);
  }

  private void begin() {
    start = position;
    tokenRow = row;
    tokenColumn = column;
  }

  Token scan() {
    begin();
    Token token = token();
    end = position;
    return token;
  }

  private Token token() {
    int first = current;
    if (first == ' ' || first == '\t' || first == '\n' || first == '\r') {
      next();
      return Token.WHITESPACE;
    }
    if (isLetter(first)) {
      while (isLetter(current) || isDigit(current)) {
        next();
      }
      return Words.token(text, start, position, keywords);
    }
    if (isDecimal(first)) {
      number();
      return Token.NUMBER;
    }
    next();
    return switch (first) {
      case END -> Token.EOF;
      case '#' -> comment();
      case '"' -> string();
      case '`' -> rawString();
      case '$' -> template();
      case '[' -> Token.L_BRACKET;
      case ']' -> Token.R_BRACKET;
      case '{' -> Token.L_BRACE;
      case '}' -> Token.R_BRACE;
      case '(' -> Token.L_PAREN;
      case ')' -> Token.R_PAREN;
      case ',' -> Token.COMMA;
      case '.' -> Token.DOT;
      case ';' -> Token.SEMICOLON;
      case '+' -> Token.PLUS;
      case '-' -> Token.MINUS;
      case '*' -> Token.MUL;
      case '/' -> Token.DIV;
      case '%' -> Token.REM;
      case '&' -> Token.AND;
      case '|' -> Token.OR;
      case ':' -> followedByEquals(Token.ASSIGN, Token.COLON);
      case '=' -> followedByEquals(Token.EQUAL, Token.EQ);
      case '<' -> followedByEquals(Token.LTE, Token.LT);
      case '>' -> followedByEquals(Token.GTE, Token.GT);
      case '!' -> {
        Token found = followedByEquals(Token.NEQ, Token.ILLEGAL);
        if (found == Token.ILLEGAL) {
          error("illegal ! character");
        }
        yield found;
      }
      default -> Token.ILLEGAL;
    };
  }

  private Token followedByEquals(Token with, Token without) {
    if (current == '=') {
      next();
      return with;
    }
    return without;
  }

  private Token comment() {
    while (current != '\n' && current != END) {
      next();
    }
    return Token.COMMENT;
  }

  private void number() {
    while (isDecimal(current)) {
      next();
    }
    if (current == '.') {
      next();
      if (!digits()) {
        error("expected fraction");
      }
    }
    if (current == 'e' || current == 'E') {
      next();
      if (current == '+' || current == '-') {
        next();
      }
      if (!digits()) {
        error("expected exponent");
      }
    }
    if (isLetter(current)) {
      error("illegal number format");
      while (isLetter(current) || isDigit(current)) {
        next();
      }
    }
  }

  private boolean digits() {
    boolean found = false;
    while (isDecimal(current)) {
      next();
      found = true;
    }
    return found;
  }

  private Token string() {
    while (true) {
      int here = current;
      if (here == '\n' || here == END) {
        error("non-terminated string");
        return Token.STRING;
      }
      next();
      if (here == '"') {
        return Token.STRING;
      }
      if (here == '\\') {
        escape(false);
      }
    }
  }

  private void escape(boolean inTemplate) {
    switch (current) {
      case '\\', '"', '/', 'b', 'f', 'n', 'r', 't' -> next();
      case 'u' -> {
        next();
        next();
        next();
        next();
      }
      case '{' -> {
        if (inTemplate) {
          next();
        } else {
          error("illegal escape sequence");
        }
      }
      default -> error("illegal escape sequence");
    }
  }

  private Token rawString() {
    while (true) {
      int here = current;
      if (here == END) {
        error("non-terminated string");
        return Token.STRING;
      }
      next();
      if (here == '`') {
        return Token.STRING;
      }
    }
  }

  private Token template() {
    if (current == '"') {
      next();
      return templateText();
    }
    if (current == '`') {
      next();
      return rawTemplateText();
    }
    error("illegal $ character");
    return Token.ILLEGAL;
  }

  /// Goes on inside a template string, behind the brace that closed an expression.
  Token scanTemplate(boolean raw) {
    begin();
    Token token = raw ? rawTemplateText() : templateText();
    end = position;
    return token;
  }

  private Token templateText() {
    while (true) {
      int here = current;
      if (here == '\n' || here == END) {
        error("non-terminated string");
        return Token.TEMPLATE_PART;
      }
      next();
      switch (here) {
        case '"' -> {
          return Token.TEMPLATE_END;
        }
        case '{' -> {
          return Token.TEMPLATE_PART;
        }
        case '\\' -> escape(true);
        default -> {}
      }
    }
  }

  private Token rawTemplateText() {
    while (true) {
      int here = current;
      if (here == END) {
        error("non-terminated string");
        return Token.RAW_TEMPLATE_PART;
      }
      next();
      switch (here) {
        case '`' -> {
          return Token.RAW_TEMPLATE_END;
        }
        case '{' -> {
          return Token.RAW_TEMPLATE_PART;
        }
        case '\\' -> {
          if (current == '{') {
            next();
          }
        }
        default -> {}
      }
    }
  }

  static boolean isLetter(int point) {
    return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || point == '_';
  }

  private static boolean isDecimal(int point) {
    return point >= '0' && point <= '9';
  }

  private static boolean isDigit(int point) {
    return isDecimal(point)
        || (point >= 0x80 && Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER);
  }
}
