package dev.landwaiter.rego.parse;

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

/// The names of kinds of terms in messages and in the JSON form.
public final class Kinds {
  private Kinds() {}

  public static String of(Term term) {
    return switch (term) {
      case Scalar scalar ->
          switch (scalar.value().rank()) {
            case 0 -> "null";
            case 1 -> "boolean";
            case 2 -> "number";
            default -> "string";
          };
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
}
