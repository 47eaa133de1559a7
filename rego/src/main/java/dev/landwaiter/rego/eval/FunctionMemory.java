package dev.landwaiter.rego.eval;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The results of one function in one scope. Kept only once it has been called some times, and as
/// long as that pays.
final class FunctionMemory {
  private static final int FIRST = 16;
  private static final int TRIAL = 512;

  private final Map<Object, Object> results = new HashMap<>();
  private int calls;
  private int hits;

  boolean isWorthwhile() {
    calls++;
    return calls > FIRST && (calls < TRIAL || hits * 8 > calls);
  }

  @Nullable Object get(Object arguments) {
    Object known = results.get(arguments);
    if (known != null) {
      hits++;
    }
    return known;
  }

  void put(Object arguments, Object result) {
    results.put(arguments, result);
  }
}
