package dev.landwaiter.signing.verify;

import dev.landwaiter.signing.simple.SimplePayload;
import dev.landwaiter.signing.statement.Statement;

/// What a verified signature says.
public sealed interface Claim {
  /// This image is signed, in the words of simple signing.
  record Image(SimplePayload payload) implements Claim {}

  /// A statement about the artifact.
  record Attested(Statement statement) implements Claim {}

  /// This file is signed; nothing more is said.
  record File() implements Claim {}
}
