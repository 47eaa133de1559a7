package dev.landwaiter.signing.bundle;

import dev.landwaiter.signing.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A DSSE envelope (DSSE 1.0.2, envelope).
///
/// @param payload the decoded bytes, which are what is signed and what is handed on
public record Envelope(Bytes payload, String payloadType, List<Signature> signatures) {
  /// The payload type of in-toto statements.
  public static final String IN_TOTO = "application/vnd.in-toto+json";

  public Envelope {
    signatures = List.copyOf(signatures);
  }

  /// One signature; its key id chooses a key and proves nothing.
  public record Signature(Bytes sig, String keyId) {}

  /// The pre-authentication encoding, over which the signature is made (DSSE 1.0.2, protocol).
  public Bytes preAuthentication() {
    return preAuthentication(payloadType, payload);
  }

  /// The pre-authentication encoding of a payload that is not in an envelope yet.
  public static Bytes preAuthentication(String payloadType, Bytes payload) {
    int typeSize = payloadType.getBytes(StandardCharsets.UTF_8).length;
    return Bytes.utf8("DSSEv1 %d %s %d ".formatted(typeSize, payloadType, payload.size()))
        .plus(payload);
  }
}
