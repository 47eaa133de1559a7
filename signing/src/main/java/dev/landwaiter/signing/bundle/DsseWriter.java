package dev.landwaiter.signing.bundle;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.encoding.JsonMembers;
import java.util.ArrayList;
import java.util.List;

/// Writes DSSE envelopes (DSSE 1.0.2, envelope).
public final class DsseWriter {
  private DsseWriter() {}

  /// The JSON text of an envelope, as files and layers hold it: without white space and without a
  /// line feed.
  public static Bytes write(Envelope envelope) {
    return members(envelope).compact();
  }

  /// Payload, type and signatures; a key id only where there is one.
  static JsonMembers members(Envelope envelope) {
    List<Value> signatures = new ArrayList<>();
    for (Envelope.Signature each : envelope.signatures()) {
      JsonMembers signature = new JsonMembers().with("sig", each.sig());
      if (!each.keyId().isEmpty()) {
        signature.with("keyid", each.keyId());
      }
      signatures.add(signature.object());
    }
    return new JsonMembers()
        .with("payload", envelope.payload())
        .with("payloadType", envelope.payloadType())
        .with("signatures", signatures);
  }
}
