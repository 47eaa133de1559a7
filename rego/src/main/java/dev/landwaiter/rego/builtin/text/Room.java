package dev.landwaiter.rego.builtin.text;

import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Surroundings;

/// Room for texts about to be made.
final class Room {
  /// Characters that take the memory of one value.
  private static final int CHARACTERS = 16;

  private static final long LONGEST = 1L << 28;

  private Room() {}

  static void reserve(Surroundings surroundings, long characters) throws BuiltinException {
    surroundings.reserve(characters / CHARACTERS);
    if (characters > LONGEST) {
      throw BuiltinException.halt("a text of more than the " + LONGEST + " characters allowed");
    }
  }
}
