package dev.landwaiter.policy.input.hcl;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.policy.input.hcl.HclExpression.Conditional;
import dev.landwaiter.policy.input.hcl.HclExpression.Literal;
import dev.landwaiter.policy.input.hcl.HclExpression.Other;
import dev.landwaiter.policy.input.hcl.HclExpression.Pair;
import dev.landwaiter.policy.input.hcl.HclExpression.Pairs;
import dev.landwaiter.policy.input.hcl.HclExpression.Traversal;
import dev.landwaiter.policy.input.hcl.HclExpression.Tuple;
import dev.landwaiter.policy.input.hcl.HclExpression.Unary;
import java.util.ArrayList;
import java.util.List;

/// Reads expressions of HCL's native syntax.
final class HclExpressions {
  private final HclCursor cursor;
  private final HclTemplates templates;
  private final HclOperands operands;

  HclExpressions(HclCursor cursor) {
    this.cursor = cursor;
    this.templates = new HclTemplates(cursor, this);
    this.operands = new HclOperands(cursor, this);
  }

  HclExpression expression() throws FormatException {
    cursor.enter();
    cursor.skip();
    HclExpression condition = binary(1);
    cursor.skip();
    if (cursor.peek(0) != '?') {
      cursor.leave();
      return condition;
    }
    cursor.at++;
    HclExpression yes = expression();
    cursor.skip();
    cursor.expect(':', "a condition needs its second value after a colon");
    HclExpression no = expression();
    cursor.leave();
    return new Conditional(condition, yes, no, condition.from(), no.to());
  }

  private HclExpression binary(int least) throws FormatException {
    HclExpression left = term();
    while (true) {
      cursor.skip();
      int level = level();
      if (level < least) {
        return left;
      }
      cursor.at += length();
      HclExpression right = binary(level + 1);
      left = new Other(left.from(), right.to());
    }
  }

  /// How strongly the operator binds that stands here, or 0 where none does.
  private int level() {
    char second = cursor.peek(1);
    return switch (cursor.peek(0)) {
      case '|' -> second == '|' ? 1 : 0;
      case '&' -> second == '&' ? 2 : 0;
      case '=' -> second == '=' ? 3 : 0;
      case '!' -> second == '=' ? 3 : 0;
      case '<', '>' -> 4;
      case '+', '-' -> 5;
      case '*', '/', '%' -> 6;
      default -> 0;
    };
  }

  private int length() {
    return switch (cursor.peek(0)) {
      case '|', '&', '=', '!' -> 2;
      case '<', '>' -> cursor.peek(1) == '=' ? 2 : 1;
      default -> 1;
    };
  }

  /// One operand with the steps that follow it.
  private HclExpression term() throws FormatException {
    cursor.skip();
    int from = cursor.at;
    char c = cursor.peek(0);
    if (c == '-' || (c == '!' && cursor.peek(1) != '=')) {
      cursor.enter();
      cursor.at++;
      HclExpression operand = term();
      cursor.leave();
      return new Unary(c, operand, from, operand.to());
    }
    return operands.steps(operand(from, c));
  }

  private HclExpression operand(int from, char c) throws FormatException {
    if (cursor.isName()) {
      return named(from);
    }
    if (c >= '0' && c <= '9') {
      return operands.number();
    }
    return switch (c) {
      case '"' -> templates.quoted();
      case '(' -> parenthesis(from);
      case '[' -> tuple(from);
      case '{' -> pairs(from);
      case '<' -> {
        if (cursor.peek(1) == '<') {
          yield templates.hereDocument();
        }
        throw noExpression();
      }
      default -> throw noExpression();
    };
  }

  private FormatException noExpression() {
    return cursor.source.wrong(cursor.at, "an expression was expected" + cursor.found(), "");
  }

  private HclExpression named(int from) throws FormatException {
    String name = cursor.name();
    int to = cursor.at;
    cursor.skip();
    boolean inSpace = false;
    while (cursor.looksAt("::")) {
      inSpace = true;
      cursor.at += 2;
      cursor.skip();
      if (!cursor.isName()) {
        throw cursor.source.wrong(cursor.at, "the name of a function was expected", "");
      }
      cursor.name();
      cursor.skip();
    }
    if (cursor.peek(0) == '(') {
      return operands.call(from);
    }
    if (inSpace) {
      throw cursor.source.wrong(cursor.at, "a name with :: is a function to be called", "add ()");
    }
    cursor.at = to;
    return switch (name) {
      case "true" -> new Literal(BooleanValue.TRUE, from, to);
      case "false" -> new Literal(BooleanValue.FALSE, from, to);
      case "null" -> new Literal(NullValue.NULL, from, to);
      default -> new Traversal(from, to);
    };
  }

  private HclExpression parenthesis(int from) throws FormatException {
    boolean before = cursor.lineBreaks;
    cursor.lineBreaks = false;
    cursor.at++;
    expression();
    cursor.skip();
    cursor.expect(')', "a closing parenthesis was expected");
    cursor.lineBreaks = before;
    return new Other(from, cursor.at);
  }

  private HclExpression tuple(int from) throws FormatException {
    boolean before = cursor.lineBreaks;
    cursor.lineBreaks = false;
    cursor.at++;
    cursor.skip();
    HclExpression found;
    if (cursor.isWord("for")) {
      operands.loop(']');
      found = new Other(from, cursor.at);
    } else {
      found = elements(from);
    }
    cursor.lineBreaks = before;
    return found;
  }

  private HclExpression elements(int from) throws FormatException {
    List<HclExpression> elements = new ArrayList<>();
    while (cursor.peek(0) != ']') {
      elements.add(expression());
      cursor.skip();
      if (cursor.peek(0) == ',') {
        cursor.at++;
        cursor.skip();
      } else if (cursor.peek(0) != ']') {
        throw cursor.source.wrong(
            cursor.at, "a comma or the ] of a list was expected" + cursor.found(), "");
      }
    }
    cursor.at++;
    return new Tuple(elements, from, cursor.at);
  }

  private HclExpression pairs(int from) throws FormatException {
    boolean before = cursor.lineBreaks;
    cursor.at++;
    cursor.lineBreaks = false;
    int first = cursor.at;
    cursor.skip();
    HclExpression found;
    if (cursor.isWord("for")) {
      operands.loop('}');
      found = new Other(from, cursor.at);
    } else {
      cursor.at = first;
      cursor.lineBreaks = true;
      found = members(from);
    }
    cursor.lineBreaks = before;
    return found;
  }

  private HclExpression members(int from) throws FormatException {
    List<Pair> pairs = new ArrayList<>();
    while (true) {
      cursor.skip();
      if (cursor.peek(0) == '}') {
        cursor.at++;
        return new Pairs(pairs, from, cursor.at);
      }
      if (cursor.isLineBreak()) {
        cursor.passLineBreak();
      } else {
        pairs.add(pair());
        cursor.skip();
        if (cursor.peek(0) == ',') {
          cursor.at++;
        } else if (!cursor.isLineBreak() && cursor.peek(0) != '}') {
          throw cursor.source.wrong(
              cursor.at,
              "a comma, a line end or the } of an object was expected" + cursor.found(),
              "");
        }
      }
    }
  }

  private Pair pair() throws FormatException {
    HclExpression key = expression();
    cursor.skip();
    char c = cursor.peek(0);
    if (c != ':' && (c != '=' || cursor.peek(1) == '>' || cursor.peek(1) == '=')) {
      throw cursor.source.wrong(cursor.at, "a key needs a = and a value" + cursor.found(), "");
    }
    cursor.at++;
    return new Pair(key, expression());
  }
}
