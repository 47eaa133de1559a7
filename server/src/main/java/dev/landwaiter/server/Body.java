package dev.landwaiter.server;

import java.nio.charset.StandardCharsets;

/// The bytes of a request or an answer; nobody changes them.
public final class Body {
  public static final Body EMPTY = new Body(new byte[0]);

  private final byte[] bytes;

  /// @param bytes kept, not copied
  public Body(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Body of(String text) {
    return new Body(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Not to be changed.
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
