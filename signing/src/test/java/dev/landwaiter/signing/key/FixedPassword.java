package dev.landwaiter.signing.key;

import java.nio.charset.StandardCharsets;

/// Answers always the same.
record FixedPassword(String text) implements PasswordSource {
  @Override
  public byte[] existing(String what) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] chosen(String what) {
    return existing(what);
  }
}
