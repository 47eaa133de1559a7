package dev.landwaiter.signing.key;

import java.io.IOException;

/// Who knows the passwords of private keys. Whoever asks wipes the array; an empty one is a
/// password too.
public interface PasswordSource {
  /// The password of a key that exists.
  ///
  /// @param what the key, for the question
  /// @throws IOException when nobody can be asked
  byte[] existing(String what) throws IOException;

  /// The password for a key that is being made; a person is asked twice.
  ///
  /// @throws IOException when nobody can be asked or the two answers differ
  byte[] chosen(String what) throws IOException;
}
