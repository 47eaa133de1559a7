package dev.landwaiter.signing;

import dev.landwaiter.base.digest.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Bytes that never change, compared by content.
public final class Bytes {
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /// A copy of these bytes.
  public static Bytes of(byte[] content) {
    return new Bytes(content.clone());
  }

  /// The text in UTF-8.
  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /// From lower- or upper-case hex digits.
  ///
  /// @throws IllegalArgumentException for anything else
  public static Bytes hex(String digits) {
    return new Bytes(HexFormat.of().parseHex(digits));
  }

  /// A copy.
  public byte[] toArray() {
    return content.clone();
  }

  public int size() {
    return content.length;
  }

  public boolean isEmpty() {
    return content.length == 0;
  }

  /// The byte at a place, from 0 to 255.
  public int at(int index) {
    return content[index] & 0xff;
  }

  /// The bytes from one place up to another.
  public Bytes slice(int from, int to) {
    return new Bytes(Arrays.copyOfRange(content, from, to));
  }

  public Bytes plus(Bytes other) {
    byte[] all = Arrays.copyOf(content, content.length + other.content.length);
    System.arraycopy(other.content, 0, all, content.length, other.content.length);
    return new Bytes(all);
  }

  public Bytes sha256() {
    return new Bytes(Digest.newSha256().digest(content));
  }

  /// Its hash by another algorithm.
  public Bytes hash(HashAlgorithm algorithm) {
    return new Bytes(Digest.newHash(algorithm.jdkName()).digest(content));
  }

  /// Feeds them to a hash.
  public void feed(MessageDigest hash) {
    hash.update(content);
  }

  public String toHex() {
    return HexFormat.of().formatHex(content);
  }

  /// Standard Base64 with padding.
  public String toBase64() {
    return Base64.getEncoder().encodeToString(content);
  }

  /// Read as UTF-8; broken sequences become replacement characters.
  public String toText() {
    return new String(content, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bytes bytes && MessageDigest.isEqual(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  /// How many they are; never what they are.
  @Override
  public String toString() {
    return content.length + " bytes";
  }
}
