package dev.landwaiter.policy.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Reads types as `tools/kubernetes-structure` writes them.
final class StructureText {
  private final Function<String, StructureType> named;

  /// @param named finds other types by their name
  StructureText(Function<String, StructureType> named) {
    this.named = named;
  }

  /// The definition of a type: members with blanks between them, or `=` and another type.
  StructureType definition(String text) {
    if (text.startsWith("=")) {
      return type(text.substring(1));
    }
    Map<String, StructureType> members = new LinkedHashMap<>();
    List<String> needed = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf(' ', at);
      end = end < 0 ? text.length() : end;
      int equals = text.indexOf('=', at);
      boolean required = text.charAt(equals - 1) == '!';
      String name = text.substring(at, required ? equals - 1 : equals);
      members.put(name, type(text.substring(equals + 1, end)));
      if (required) {
        needed.add(name);
      }
      at = end + 1;
    }
    return new StructureType.Fields(members, needed, false);
  }

  private StructureType type(String text) {
    String rest = text.substring(1);
    return switch (text.charAt(0)) {
      case 's' -> StructureType.Scalar.TEXT;
      case 'i' -> StructureType.Scalar.WHOLE_NUMBER;
      case 'n' -> StructureType.Scalar.NUMBER;
      case 'b' -> StructureType.Scalar.FLAG;
      case 'q' -> StructureType.Scalar.TEXT_OR_NUMBER;
      case 'x' -> StructureType.Scalar.TEXT_OR_WHOLE_NUMBER;
      case 'o' -> StructureType.Scalar.ANY_OBJECT;
      case 'a' -> StructureType.Scalar.ANYTHING;
      case '[' -> new StructureType.ListOf(type(rest));
      case '{' -> new StructureType.MapOf(type(rest));
      case '@' -> new StructureType.Named(() -> named.apply(rest));
      default -> throw new IllegalStateException("no type: " + text);
    };
  }
}
