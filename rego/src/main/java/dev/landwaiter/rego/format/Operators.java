package dev.landwaiter.rego.format;

import dev.landwaiter.rego.syntax.Call;
import java.util.Map;

/// Functions that are written between their arguments.
final class Operators {
  static final String MEMBER = "internal.member_2";
  static final String MEMBER_WITH_KEY = "internal.member_3";

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("assign", ":="),
          Map.entry("eq", "="),
          Map.entry("equal", "=="),
          Map.entry("neq", "!="),
          Map.entry("lt", "<"),
          Map.entry("lte", "<="),
          Map.entry("gt", ">"),
          Map.entry("gte", ">="),
          Map.entry("or", "|"),
          Map.entry("and", "&"),
          Map.entry("plus", "+"),
          Map.entry("minus", "-"),
          Map.entry("mul", "*"),
          Map.entry("div", "/"),
          Map.entry("rem", "%"));

  private Operators() {}

  /// The sign of an operator, or the empty text for a plain function.
  static String sign(Call call) {
    return SIGNS.getOrDefault(call.name(), "");
  }

  static boolean isMember(Call call) {
    return call.name().equals(MEMBER) || call.name().equals(MEMBER_WITH_KEY);
  }

  /// How tightly an operator binds, from 0; 9 for what is no operator.
  static int strength(Call call) {
    if (isMember(call)) {
      return 1;
    }
    return switch (sign(call)) {
      case ":=", "=" -> 0;
      case "==", "!=", "<", "<=", ">", ">=" -> 2;
      case "|" -> 3;
      case "&" -> 4;
      case "+", "-" -> 5;
      case "*", "/", "%" -> 6;
      default -> 9;
    };
  }
}
