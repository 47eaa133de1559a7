package dev.landwaiter.policy.input.hcl;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.hcl.HclExpression.Literal;
import dev.landwaiter.policy.input.hcl.HclExpression.Other;
import dev.landwaiter.policy.input.hcl.HclExpression.Template;
import dev.landwaiter.policy.input.hcl.HclExpression.Text;
import dev.landwaiter.policy.input.hcl.HclExpression.Traversal;

/// Reads numbers, calls, loops, and the steps that follow an operand.
final class HclOperands {
  private final HclCursor cursor;
  private final HclExpressions expressions;

  HclOperands(HclCursor cursor, HclExpressions expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
  }

  HclExpression number() throws FormatException {
    int from = cursor.at;
    digits();
    if (cursor.peek(0) == '.' && isDigit(cursor.peek(1))) {
      cursor.at++;
      digits();
    }
    if ((cursor.peek(0) | 0x20) == 'e') {
      int sign = cursor.peek(1) == '+' || cursor.peek(1) == '-' ? 1 : 0;
      if (isDigit(cursor.peek(1 + sign))) {
        cursor.at += 1 + sign;
        digits();
      }
    }
    if (cursor.isName()) {
      throw cursor.source.wrong(cursor.at, "a number ends in a name", "");
    }
    String text = cursor.source.text().substring(from, cursor.at);
    return new Literal(HclNumber.of(cursor.source, text, from), from, cursor.at);
  }

  private void digits() {
    while (isDigit(cursor.peek(0))) {
      cursor.at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// The steps `.name`, `.0`, `.*`, `[key]` and `[*]` behind an operand.
  HclExpression steps(HclExpression operand) throws FormatException {
    HclExpression found = operand;
    while (true) {
      cursor.skip();
      boolean fixed = found instanceof Traversal;
      if (cursor.peek(0) == '.' && !cursor.looksAt("...")) {
        cursor.at++;
        cursor.skip();
        fixed &= cursor.peek(0) != '*';
        dotted();
      } else if (cursor.peek(0) == '[') {
        fixed &= index();
      } else {
        cursor.at = found.to();
        return found;
      }
      found =
          fixed ? new Traversal(operand.from(), cursor.at) : new Other(operand.from(), cursor.at);
    }
  }

  private void dotted() throws FormatException {
    if (cursor.peek(0) == '*') {
      cursor.at++;
    } else if (isDigit(cursor.peek(0))) {
      digits();
    } else if (cursor.isName()) {
      cursor.name();
    } else {
      throw cursor.source.wrong(
          cursor.at, "the name of an attribute was expected" + cursor.found(), "");
    }
  }

  /// @return whether the index is a number or a text
  private boolean index() throws FormatException {
    boolean before = cursor.lineBreaks;
    cursor.lineBreaks = false;
    cursor.at++;
    cursor.skip();
    boolean fixed = false;
    if (cursor.peek(0) == '*') {
      cursor.at++;
    } else {
      HclExpression key = expressions.expression();
      fixed =
          key instanceof Literal
              || (key instanceof Template text
                  && text.parts().size() == 1
                  && text.parts().getFirst() instanceof Text);
    }
    cursor.skip();
    cursor.expect(']', "the ] of an index was expected");
    cursor.lineBreaks = before;
    return fixed;
  }

  /// The arguments of a function, from their opening parenthesis on.
  HclExpression call(int from) throws FormatException {
    boolean before = cursor.lineBreaks;
    cursor.lineBreaks = false;
    cursor.at++;
    cursor.skip();
    while (cursor.peek(0) != ')') {
      expressions.expression();
      cursor.skip();
      if (cursor.looksAt("...")) {
        cursor.at += 3;
        cursor.skip();
        if (cursor.peek(0) != ')') {
          throw cursor.source.wrong(
              cursor.at, "the expanded argument must be the last one" + cursor.found(), "");
        }
      } else if (cursor.peek(0) == ',') {
        cursor.at++;
        cursor.skip();
      } else if (cursor.peek(0) != ')') {
        throw cursor.source.wrong(
            cursor.at, "a comma or the ) of a call was expected" + cursor.found(), "");
      }
    }
    cursor.at++;
    cursor.lineBreaks = before;
    return new Other(from, cursor.at);
  }

  /// A loop that makes a list or an object, from the word `for` on, with its closing bracket.
  void loop(char closing) throws FormatException {
    cursor.at += 3;
    heading(cursor, expressions);
    cursor.skip();
    cursor.expect(':', "a colon was expected after what is looped over");
    expressions.expression();
    cursor.skip();
    if (closing == '}') {
      if (!cursor.looksAt("=>")) {
        throw cursor.source.wrong(
            cursor.at, "a loop that makes an object needs key => value" + cursor.found(), "");
      }
      cursor.at += 2;
      expressions.expression();
      cursor.skip();
      if (cursor.looksAt("...")) {
        cursor.at += 3;
        cursor.skip();
      }
    }
    if (cursor.isWord("if")) {
      cursor.at += 2;
      expressions.expression();
      cursor.skip();
    }
    cursor.expect(closing, "the " + closing + " of a loop was expected");
  }

  /// The names and the collection of a loop.
  ///
  /// @param names one or two, apart by a comma
  record Heading(String names, HclExpression over) {}

  /// Reads the part between `for` and what follows the collection.
  static Heading heading(HclCursor cursor, HclExpressions expressions) throws FormatException {
    String names = variable(cursor);
    cursor.skip();
    if (cursor.peek(0) == ',') {
      cursor.at++;
      names += "," + variable(cursor);
      cursor.skip();
    }
    if (!cursor.isWord("in")) {
      throw cursor.source.wrong(cursor.at, "the word in was expected" + cursor.found(), "");
    }
    cursor.at += 2;
    return new Heading(names, expressions.expression());
  }

  private static String variable(HclCursor cursor) throws FormatException {
    cursor.skip();
    if (!cursor.isName()) {
      throw cursor.source.wrong(
          cursor.at, "the name of a variable was expected" + cursor.found(), "");
    }
    return cursor.name();
  }
}
