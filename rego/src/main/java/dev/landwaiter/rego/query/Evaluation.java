package dev.landwaiter.rego.query;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.World;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.type.Capabilities;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/// The surroundings of one evaluation, which runs on one thread: its clock, its budget, what its
/// calls remember.
public final class Evaluation implements Surroundings {
  /// The clock is read when it is first asked for.
  private static final long UNKNOWN = Long.MIN_VALUE;

  /// So many steps pass between two looks at the clock.
  private static final int STEPS_PER_LOOK = 1_024;

  private final Settings settings;
  private final SharedMemory shared;
  private final Consumer<String> notes;
  private final long allowedMemory;
  private Map<Key, Object> remembered = Map.of();
  private long now = UNKNOWN;
  private long steps;
  private long memory;

  private record Key(String kind, Object key) {}

  /// @param notes takes the texts of `trace`
  public Evaluation(Settings settings, SharedMemory shared, Consumer<String> notes) {
    this.settings = settings;
    this.shared = shared;
    this.notes = notes;
    this.allowedMemory = settings.budget().memory();
  }

  @Override
  public World world() {
    return settings.world();
  }

  @Override
  public Capabilities capabilities() {
    return settings.capabilities();
  }

  @Override
  public long now() {
    if (now == UNKNOWN) {
      now = settings.world().nowNanos();
    }
    return now;
  }

  @Override
  public void check() throws BuiltinException {
    if (++steps % STEPS_PER_LOOK == 0) {
      look();
    }
  }

  @Override
  public void look() throws BuiltinException {
    if (steps > settings.budget().steps()) {
      throw BuiltinException.halt(
          "the evaluation took more than the " + settings.budget().steps() + " steps allowed");
    }
    if (settings.world().ticks() > settings.budget().deadline()
        || Thread.currentThread().isInterrupted()) {
      throw BuiltinException.halt("caller cancelled query execution");
    }
  }

  @Override
  public void reserve(long values) throws BuiltinException {
    memory += values;
    if (memory > allowedMemory || values > allowedMemory) {
      throw BuiltinException.halt(
          "the evaluation made more than the " + allowedMemory + " values allowed");
    }
  }

  @Override
  @SuppressWarnings("unchecked") // one kind always makes one type
  public <K, T> T remember(String kind, K key, Function<? super K, ? extends T> making) {
    var where = new Key(kind, key);
    Object known = remembered.get(where);
    if (known == null) {
      known = making.apply(key);
      if (remembered.isEmpty()) {
        remembered = new HashMap<>();
      }
      remembered.put(where, known);
    }
    return (T) known;
  }

  @Override
  public <K, T> T share(String kind, K key, Function<? super K, ? extends T> making) {
    return shared.get(kind, key, making);
  }

  @Override
  public void print(String line) {
    settings.print().accept(line);
  }

  @Override
  public void note(String message) {
    notes.accept(message);
  }

  @Override
  public void testCase(Value keys) {
    settings.cases().accept(keys);
  }
}
