package dev.landwaiter.signing;

import java.util.Optional;

/// A hash function that signatures may rest on (sigstore protobuf-specs, `HashAlgorithm`). SHA-1 is
/// not among them.
public enum HashAlgorithm {
  SHA2_256(1, "SHA-256", "sha256", 32),
  SHA2_384(2, "SHA-384", "sha384", 48),
  SHA2_512(3, "SHA-512", "sha512", 64);

  private final int number;
  private final String jdkName;
  private final String shortName;
  private final int size;

  HashAlgorithm(int number, String jdkName, String shortName, int size) {
    this.number = number;
    this.jdkName = jdkName;
    this.shortName = shortName;
    this.size = size;
  }

  /// The number in protocol buffers.
  public int number() {
    return number;
  }

  public String jdkName() {
    return jdkName;
  }

  /// The name in digests and statements, such as `sha256`.
  public String shortName() {
    return shortName;
  }

  /// In bytes.
  public int size() {
    return size;
  }

  /// By the name in protocol buffers (`SHA2_256`).
  public static Optional<HashAlgorithm> named(String name) {
    for (HashAlgorithm each : values()) {
      if (each.name().equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// By the name in digests and statements (`sha256`).
  public static Optional<HashAlgorithm> shortNamed(String name) {
    for (HashAlgorithm each : values()) {
      if (each.shortName.equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
