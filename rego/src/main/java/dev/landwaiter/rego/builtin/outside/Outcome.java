package dev.landwaiter.rego.builtin.outside;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;

/// What a call came to, so that it can be remembered whichever it was.
sealed interface Outcome {
  Value get() throws BuiltinException;

  /// It gave a value.
  record Given(Value value) implements Outcome {
    @Override
    public Value get() {
      return value;
    }
  }

  /// It failed.
  record Failed(BuiltinException failure) implements Outcome {
    @Override
    public Value get() throws BuiltinException {
      throw failure;
    }
  }

  /// Something that gives a value or fails.
  @FunctionalInterface
  interface Attempt {
    Value make() throws BuiltinException;
  }

  static Outcome of(Attempt attempt) {
    try {
      return new Given(attempt.make());
    } catch (BuiltinException e) {
      return new Failed(e);
    }
  }
}
