package dev.landwaiter.signing.sign;

import dev.landwaiter.signing.Bytes;

/// What is signed.
public sealed interface Content {
  /// A file, by its content.
  record File(Bytes content) implements Content {}

  /// A statement (in-toto), as the payload of an envelope (DSSE).
  ///
  /// @param json the very bytes to sign
  record Statement(Bytes json) implements Content {}

  /// A payload of simple signing.
  record Payload(Bytes json) implements Content {}
}
