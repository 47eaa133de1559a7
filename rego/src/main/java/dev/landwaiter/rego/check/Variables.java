package dev.landwaiter.rego.check;

import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.stream.Stream;

/// The variables of a pattern.
final class Variables {
  private Variables() {}

  static Stream<Variable> in(Term term) {
    return switch (term) {
      case Variable variable -> Stream.of(variable);
      case ArrayTerm array -> array.elements().stream().flatMap(Variables::in);
      case SetTerm set -> set.elements().stream().flatMap(Variables::in);
      case ObjectTerm object ->
          object.entries().stream()
              .flatMap(entry -> Stream.concat(in(entry.key()), in(entry.value())));
      case Ref ref -> ref.parts().stream().flatMap(Variables::in);
      default -> Stream.empty();
    };
  }
}
