package dev.landwaiter.rego.builtin;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.World;
import dev.landwaiter.rego.type.Capabilities;
import java.util.function.Function;

/// What a call can use besides its arguments; one for each evaluation.
public interface Surroundings {
  World world();

  Capabilities capabilities();

  /// Nanoseconds since 1970 at which this evaluation began; the same for all its calls.
  long now();

  /// Ends the evaluation when its deadline or its steps are used up; to be called in long loops.
  ///
  /// @throws BuiltinException with [BuiltinException#isHalt]
  void check() throws BuiltinException;

  /// As [#check], but looks at the clock at once: before work that takes long in a single step.
  ///
  /// @throws BuiltinException with [BuiltinException#isHalt]
  default void look() throws BuiltinException {
    check();
  }

  /// Counts values about to be made, each of about 16 bytes, against the evaluation's memory.
  ///
  /// @throws BuiltinException with [BuiltinException#isHalt]
  void reserve(long values) throws BuiltinException;

  /// What this evaluation made for this key before, or what is made now: for functions that must
  /// answer alike within one evaluation.
  ///
  /// @param kind who asks, such as the function's name
  <K, T> T remember(String kind, K key, Function<? super K, ? extends T> making);

  /// As [#remember], but shared by all evaluations of a policy and bounded: for compiled patterns,
  /// schemas and the like. `making` must not depend on anything but the key.
  <K, T> T share(String kind, K key, Function<? super K, ? extends T> making);

  /// Takes the text of `print`.
  void print(String line);

  /// Takes the keys of a case that a table test comes by.
  default void testCase(Value keys) {}

  /// Takes the note of `trace`.
  void note(String message);
}
