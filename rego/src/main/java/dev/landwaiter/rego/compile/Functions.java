package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.type.Capabilities;
import dev.landwaiter.rego.type.Declaration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// The functions that can be called: built in, or rules of the modules.
///
/// @param rules the number of arguments of the rules at a path
record Functions(Capabilities capabilities, Function<Ref, OptionalInt> rules) {
  Optional<Declaration> builtin(Ref operator) {
    return Optional.ofNullable(capabilities.builtins().get(TermText.dotted(operator)));
  }

  /// The built-in function a term names, be it a ref or a mere name.
  Optional<Declaration> named(Term term) {
    return switch (term) {
      case Ref ref -> builtin(ref);
      case Variable name -> Optional.ofNullable(capabilities.builtins().get(name.name()));
      default -> Optional.empty();
    };
  }

  OptionalInt arity(Ref operator) {
    Optional<Declaration> builtin = builtin(operator);
    return builtin.isPresent() ? OptionalInt.of(builtin.get().arity()) : rules.apply(operator);
  }
}
