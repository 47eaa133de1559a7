package dev.landwaiter.rego.builtin;

import dev.landwaiter.rego.type.Declaration;

/// One built-in function, declared where its operation is.
public record Builtin(Declaration declaration, Operation operation) {
  public String name() {
    return declaration.name();
  }
}
