package dev.landwaiter.policy.gatekeeper.cel.check;

import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import java.util.ArrayList;
import java.util.List;

/// Types as declarations and errors write them.
final class TypeTexts {
  private TypeTexts() {}

  /// Reads a type such as `map(string,list(T))`.
  static CelType read(String text) {
    int open = text.indexOf('(');
    if (open < 0) {
      return named(text);
    }
    List<CelType> parameters = new ArrayList<>();
    int depth = 0;
    int start = open + 1;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (depth == 0 && (c == ',' || i == text.length() - 1)) {
        parameters.add(read(text.substring(start, i)));
        start = i + 1;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return switch (text.substring(0, open)) {
      case "list" -> ListType.create(parameters.get(0));
      case "map" -> MapType.create(parameters.get(0), parameters.get(1));
      case "optional" -> OptionalType.create(parameters.get(0));
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static CelType named(String text) {
    if (text.length() == 1) {
      return TypeParamType.create(text);
    }
    return switch (text) {
      case "int" -> SimpleType.INT;
      case "uint" -> SimpleType.UINT;
      case "double" -> SimpleType.DOUBLE;
      case "bool" -> SimpleType.BOOL;
      case "string" -> SimpleType.STRING;
      case "bytes" -> SimpleType.BYTES;
      case "dyn" -> SimpleType.DYN;
      case "timestamp" -> SimpleType.TIMESTAMP;
      case "duration" -> SimpleType.DURATION;
      default -> OpaqueType.create(text);
    };
  }

  /// A type as cel-go names it at run time.
  static String text(CelType type) {
    String name = type.kind() == CelKind.DYN ? "dyn" : type.name();
    if (type.kind() == CelKind.TYPE || type.parameters().isEmpty()) {
      return name;
    }
    return name
        + "("
        + String.join(", ", type.parameters().stream().map(TypeTexts::text).toList())
        + ")";
  }
}
