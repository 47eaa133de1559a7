package dev.landwaiter.rego.query;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// What all evaluations of one policy share: compiled patterns, schemas and the like. Bounded: when
/// full it begins anew, which costs time and nothing else.
public final class SharedMemory {
  private static final int LIMIT = 4_096;

  private final Map<Key, Object> made = new ConcurrentHashMap<>();

  private record Key(String kind, Object key) {}

  /// What was made for this key, or what is made now.
  @SuppressWarnings("unchecked") // one kind always makes one type
  public <K, T> T get(String kind, K key, Function<? super K, ? extends T> making) {
    var where = new Key(kind, key);
    Object known = made.get(where);
    if (known == null) {
      known = making.apply(key);
      if (made.size() >= LIMIT) {
        made.clear();
      }
      made.put(where, known);
    }
    return (T) known;
  }
}
