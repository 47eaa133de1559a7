package dev.landwaiter.base.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A content digest: algorithm and encoded value (OCI image specification 1.1, descriptor,
/// "Digests").
public record Digest(String algorithm, String encoded) {
  /// Reads `ALGORITHM:ENCODED`; only sha256 and sha512 with lower-case hex digits of the right
  /// number are trusted, everything else is empty.
  public static Optional<Digest> parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String algorithm = text.substring(0, colon);
    String encoded = text.substring(colon + 1);
    int wanted =
        switch (algorithm) {
          case "sha256" -> 64;
          case "sha512" -> 128;
          default -> -1;
        };
    boolean hex = encoded.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    return encoded.length() == wanted && hex
        ? Optional.of(new Digest(algorithm, encoded))
        : Optional.empty();
  }

  public static Digest sha256(byte[] content) {
    return ofSha256(newSha256().digest(content));
  }

  /// The digest whose 32 raw bytes are given.
  public static Digest ofSha256(byte[] raw) {
    return new Digest("sha256", HexFormat.of().formatHex(raw));
  }

  /// A fresh hash of this digest's algorithm, to verify content against it.
  public MessageDigest newHash() {
    return algorithm.equals("sha512") ? newHash("SHA-512") : newSha256();
  }

  public static MessageDigest newSha256() {
    return newHash("SHA-256");
  }

  public static MessageDigest newHash(String jdkName) {
    try {
      return MessageDigest.getInstance(jdkName);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + jdkName, e);
    }
  }

  // A record's own equality is linked when it is first used, at every start anew.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Digest digest
        && algorithm.equals(digest.algorithm)
        && encoded.equals(digest.encoded);
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }

  @Override
  public String toString() {
    return algorithm + ":" + encoded;
  }
}
