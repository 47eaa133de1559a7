package dev.landwaiter.rego.type;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A built-in function as capabilities declare it.
///
/// @param infix the operator it may be written with
public record Declaration(
    String name, Optional<String> infix, Type.FunctionType type, Set<Flag> flags) {
  /// What is special about a function.
  public enum Flag {
    DEPRECATED,
    NONDETERMINISTIC,
    /// Many results for one call.
    RELATION
  }

  public Declaration {
    flags = Set.copyOf(flags);
  }

  /// Begins a declaration: `Declaration.of("abs").takes("x", Type.NUMBER).gives(Type.NUMBER)`.
  public static Declaration of(String name) {
    return new Declaration(
        name,
        Optional.empty(),
        new Type.FunctionType(List.of(), Optional.empty(), Optional.empty()),
        Set.of());
  }

  /// With one parameter more.
  public Declaration takes(String parameter, Type of) {
    var parameters = new java.util.ArrayList<>(type.parameters());
    parameters.add(new Type.Parameter(parameter, of));
    return typed(new Type.FunctionType(parameters, type.result(), type.variadic()));
  }

  public Declaration takesAnyNumberOf(Type of) {
    return typed(new Type.FunctionType(type.parameters(), type.result(), Optional.of(of)));
  }

  public Declaration gives(Type result) {
    return typed(new Type.FunctionType(type.parameters(), Optional.of(result), type.variadic()));
  }

  public Declaration written(String operator) {
    return new Declaration(name, Optional.of(operator), type, flags);
  }

  public Declaration flagged(Flag flag) {
    var more = new java.util.HashSet<>(flags);
    more.add(flag);
    return new Declaration(name, infix, type, more);
  }

  public boolean is(Flag flag) {
    return flags.contains(flag);
  }

  public int arity() {
    return type.parameters().size();
  }

  private Declaration typed(Type.FunctionType other) {
    return new Declaration(name, infix, other, flags);
  }
}
