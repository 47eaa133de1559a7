package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What rules yielded so far, apart for each `with` on the way.
@SuppressWarnings("NullableOptional")
final class Cache {
  private final Deque<Map<Key, Optional<Value>>> scopes = new ArrayDeque<>();

  /// @param rest what follows the rule's path: an array of parts, or of arguments
  private record Key(Object owner, Value rest) {}

  Cache() {
    push();
  }

  void push() {
    scopes.push(new HashMap<>());
  }

  void pop() {
    scopes.pop();
  }

  /// The value; empty for undefined; null when it is not known yet.
  @SuppressWarnings("OptionalAssignedToNull") // three answers, asked for at every ref
  @Nullable Optional<Value> get(Object owner, Value rest) {
    return top().get(new Key(owner, rest));
  }

  void put(Object owner, Value rest, Optional<Value> value) {
    top().put(new Key(owner, rest), value);
  }

  private Map<Key, Optional<Value>> top() {
    return scopes.element();
  }
}
