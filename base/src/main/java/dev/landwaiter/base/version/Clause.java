package dev.landwaiter.base.version;

import java.util.ArrayList;
import java.util.List;

/// One comparison of a constraint: an operator, empty when none is written, and what follows it.
record Clause(String operator, String operand) {
  /// Splits a constraint into alternatives.
  static List<String> alternatives(String constraint) {
    List<String> alternatives = new ArrayList<>();
    int from = 0;
    for (int bar = constraint.indexOf("||"); bar >= 0; bar = constraint.indexOf("||", from)) {
      alternatives.add(constraint.substring(from, bar).strip());
      from = bar + 2;
    }
    alternatives.add(constraint.substring(from).strip());
    return alternatives;
  }

  /// Reads the clauses of one alternative, separated by white space or one comma; may be none.
  ///
  /// @param operators the language's operators, longer ones before those they start with
  /// @param others characters of an operand besides letters and digits
  /// @throws InvalidVersionException when something else is in the text
  static List<Clause> read(String alternative, List<String> operators, String others)
      throws InvalidVersionException {
    List<Clause> clauses = new ArrayList<>();
    int i = 0;
    while (true) {
      i = skipBlanks(alternative, i);
      if (i < alternative.length() && alternative.charAt(i) == ',' && !clauses.isEmpty()) {
        i = skipBlanks(alternative, i + 1);
      }
      if (i == alternative.length()) {
        return clauses;
      }
      String operator = operatorAt(alternative, i, operators);
      int start = skipBlanks(alternative, i + operator.length());
      int end = operandEnd(alternative, start, others);
      if (end == start) {
        throw InvalidVersionException.about("constraint", alternative);
      }
      clauses.add(new Clause(operator, alternative.substring(start, end)));
      i = end;
    }
  }

  /// As [#read], but at least one clause.
  static List<Clause> readSome(String alternative, List<String> operators, String others)
      throws InvalidVersionException {
    List<Clause> clauses = read(alternative, operators, others);
    if (clauses.isEmpty()) {
      throw new InvalidVersionException("empty constraint");
    }
    return clauses;
  }

  /// Answers a plain comparison from the sign of version against operand; none means equality.
  ///
  /// @throws InvalidVersionException when the operator is not one of those
  boolean holds(int sign) throws InvalidVersionException {
    return switch (operator) {
      case "", "=", "==" -> sign == 0;
      case "!=", "/=" -> sign != 0;
      case ">" -> sign > 0;
      case "<" -> sign < 0;
      case ">=", "=>" -> sign >= 0;
      case "<=", "=<" -> sign <= 0;
      default -> throw InvalidVersionException.about("comparison", operator);
    };
  }

  private static String operatorAt(String text, int at, List<String> operators) {
    for (String operator : operators) {
      if (text.startsWith(operator, at)) {
        return operator;
      }
    }
    return "";
  }

  private static int operandEnd(String text, int from, String others) {
    int i = from;
    while (i < text.length()
        && (Digits.alphanumeric(text.charAt(i)) || others.indexOf(text.charAt(i)) >= 0)) {
      if (text.charAt(i) == '!' && text.startsWith("=", i + 1)) {
        break;
      }
      i++;
    }
    return i;
  }

  private static int skipBlanks(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
