package dev.landwaiter.rego.search;

import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Term;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The functions that `with` replaces at the moment.
final class Mocks {
  private final List<List<List<Mock>>> scopes = new ArrayList<>();

  /// A function's name and what stands for it: a function's name or a value.
  record Mock(Ref target, Term replacement) {}

  Mocks() {
    push();
  }

  /// Begins a scope without mocks: inside a replacement the original can be called.
  void push() {
    scopes.add(new ArrayList<>());
  }

  void pop() {
    scopes.removeLast();
  }

  void add(List<Mock> mocks) {
    scopes.getLast().add(mocks);
  }

  void remove() {
    scopes.getLast().removeLast();
  }

  boolean isEmpty() {
    return scopes.getLast().isEmpty();
  }

  @Nullable Term find(Ref target) {
    List<List<Mock>> scope = scopes.getLast();
    for (int i = scope.size() - 1; i >= 0; i--) {
      for (Mock mock : scope.get(i)) {
        if (mock.target.equals(target)) {
          return mock.replacement;
        }
      }
    }
    return null;
  }
}
