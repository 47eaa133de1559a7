package dev.landwaiter.signing.bundle;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.ProtoFields;
import dev.landwaiter.signing.encoding.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads DSSE envelopes (DSSE 1.0.2, envelope).
public final class DsseReader {
  private static final int MOST_SIGNATURES = 32;

  private DsseReader() {}

  /// An envelope by itself: a file or a layer. Members of other names are passed over, as the
  /// format says.
  ///
  /// @throws RefusedException with PARSE, also without a payload or a signature, or LIMIT
  public static Envelope read(String where, Bytes text) throws RefusedException {
    return envelope(ProtoFields.of(where, StrictJson.parse(where, text)));
  }

  /// Whether a JSON value means to be an envelope.
  static boolean means(Value value) {
    return value instanceof ObjectValue object
        && object.get("payload").isPresent()
        && object.get("payloadType").isPresent();
  }

  /// The envelope of a bundle: nothing else in it, and exactly one signature.
  static Envelope inBundle(ProtoFields fields) throws RefusedException {
    fields.only(Set.of("payload", "payloadType", "signatures"));
    for (ProtoFields each : fields.objects("signatures")) {
      each.only(Set.of("sig", "keyid"));
    }
    Envelope envelope = envelope(fields);
    only(fields.where(), envelope);
    return envelope;
  }

  /// The one signature of an envelope. With several, it would be unclear which one counts.
  static Envelope.Signature only(String where, Envelope envelope) throws RefusedException {
    if (envelope.signatures().size() != 1) {
      throw new RefusedException(
          FailureClass.PARSE,
          where + ": an envelope has exactly one signature",
          "1",
          Integer.toString(envelope.signatures().size()));
    }
    return envelope.signatures().getFirst();
  }

  private static Envelope envelope(ProtoFields fields) throws RefusedException {
    List<Envelope.Signature> signatures = new ArrayList<>();
    List<ProtoFields> given = fields.objects("signatures");
    if (given.size() > MOST_SIGNATURES) {
      throw new RefusedException(FailureClass.LIMIT, fields.where() + ": more than 32 signatures");
    }
    for (ProtoFields each : given) {
      Bytes sig = each.bytes("sig");
      if (sig.isEmpty()) {
        throw each.wrong("the signature is empty");
      }
      signatures.add(new Envelope.Signature(sig, each.text("keyid")));
    }
    if (signatures.isEmpty()) {
      throw fields.wrong("the envelope has no signature");
    }
    Bytes payload = fields.bytes("payload");
    if (payload.isEmpty()) {
      throw fields.wrong("the payload of the envelope is empty");
    }
    if (fields.object().get("payload_type").isPresent()) {
      throw fields.wrong("the payload type is named 'payloadType', in envelopes by both its names");
    }
    String payloadType = fields.text("payloadType");
    if (payloadType.isEmpty()) {
      throw fields.wrong("the payload type of the envelope is missing");
    }
    return new Envelope(payload, payloadType, signatures);
  }
}
