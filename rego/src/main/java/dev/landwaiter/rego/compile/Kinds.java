package dev.landwaiter.rego.compile;

import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.TemplateString;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;

/// What messages call a term.
final class Kinds {
  private Kinds() {}

  static String of(Term term) {
    return switch (term) {
      case Scalar scalar -> of(scalar.value());
      case Variable _ -> "var";
      case Ref _ -> "ref";
      case ArrayTerm _ -> "array";
      case ObjectTerm _ -> "object";
      case SetTerm _ -> "set";
      case ArrayComprehension _ -> "arraycomprehension";
      case ObjectComprehension _ -> "objectcomprehension";
      case SetComprehension _ -> "setcomprehension";
      case Call _ -> "call";
      case TemplateString _ -> "templatestring";
    };
  }

  private static String of(Value value) {
    return switch (value) {
      case NullValue _ -> "null";
      case BooleanValue _ -> "boolean";
      case NumberValue _ -> "number";
      default -> "string";
    };
  }
}
