package dev.landwaiter.oci.registry;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Fields;
import java.io.IOException;
import java.util.Optional;

/// A manifest or index as it came, with its digest computed from the bytes.
@SuppressWarnings("ArrayRecordComponent")
record Fetched(byte[] body, String contentType, Digest digest) {

  /// Reads an answer.
  ///
  /// @param wanted the digest that was asked for; without one the registry's own, if it names one,
  ///   must be right
  static Fetched read(Answer answer, String what, long limit, Optional<Digest> wanted)
      throws IOException {
    byte[] body = answer.read(limit, what);
    String named = answer.header("Docker-Content-Digest").strip();
    Digest digest = Digest.sha256(body);
    if (wanted.isPresent()) {
      digest = wanted.get();
    } else if (!named.isEmpty()) {
      digest =
          Digest.parse(named)
              .orElseThrow(() ->
                  Fields.invalid(
                      what + ": the registry names no usable digest: " + Fields.shown(named)));
    }
    Descriptor.verifyDigest(what, digest, body);
    return new Fetched(body, answer.header("Content-Type"), digest);
  }
}
