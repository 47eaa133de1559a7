package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.DsseReader;
import dev.landwaiter.signing.bundle.Envelope;
import dev.landwaiter.signing.bundle.LegacyLayer;
import dev.landwaiter.signing.encoding.Pem;
import dev.landwaiter.signing.encoding.StrictJson;
import dev.landwaiter.signing.store.Found;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.SignatureStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was found for an image as lines of JSON. Nothing of it is verified.
final class Downloaded {
  private static final int MOST = 100;

  private Downloaded() {}

  /// What is there; what cannot be had is told.
  ///
  /// @throws RefusedException with LIMIT when there are too many
  static List<Found.Whole> found(
      Invocation invocation, SignatureStore store, Kind kind, Digest subject) throws IOException {
    List<Found.Whole> whole = new ArrayList<>();
    for (Found each : store.gather(kind, subject).found()) {
      if (each instanceof Found.Whole one) {
        whole.add(one);
      } else if (each instanceof Found.Damaged damaged) {
        invocation.log().warn(damaged.origin() + ": " + damaged.refusal().message());
      }
    }
    if (whole.size() > MOST) {
      throw new RefusedException(
          FailureClass.LIMIT,
          "more than %d of kind %s belong to the image: %d"
              .formatted(MOST, kind.word(), whole.size()));
    }
    return whole;
  }

  /// JSON on one line, or nothing when it is no JSON.
  static String line(Found.Whole found) throws RefusedException {
    Value value = StrictJson.parse(found.origin(), found.content());
    String text = found.content().toText().strip();
    boolean single = text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    return single ? text : JsonWriter.toText(value, JsonStyle.COMPACT.withoutHtmlEscapes());
  }

  /// An envelope with its members in the order in which cosign prints them.
  static String envelope(Found.Whole found) throws RefusedException {
    return text(DsseReader.read(found.origin(), found.content()));
  }

  /// An envelope as cosign writes it.
  static String text(Envelope envelope) {
    Map<Value, Value> members = new LinkedHashMap<>();
    members.put(Value.of("payloadType"), Value.of(envelope.payloadType()));
    members.put(Value.of("payload"), Value.of(envelope.payload().toBase64()));
    List<Value> signatures = new ArrayList<>();
    for (Envelope.Signature each : envelope.signatures()) {
      Map<Value, Value> one = new LinkedHashMap<>();
      one.put(Value.of("keyid"), Value.of(each.keyId()));
      one.put(Value.of("sig"), Value.of(each.sig().toBase64()));
      signatures.add(new ObjectValue(one));
    }
    members.put(Value.of("signatures"), new ArrayValue(signatures));
    return JsonWriter.toText(new ObjectValue(members), JsonStyle.COMPACT);
  }

  /// A signature of the older form, as cosign shows it; certificates are PEM texts.
  static String signature(Found.Whole found) throws RefusedException {
    Map<String, String> said = found.layer().annotations();
    String where = found.origin();
    Map<Value, Value> members = new LinkedHashMap<>();
    members.put(
        Value.of("Base64Signature"), Value.of(said.getOrDefault(LegacyLayer.SIGNATURE, "")));
    members.put(Value.of("Payload"), Value.of(found.content().toBase64()));
    String certificate = said.getOrDefault(LegacyLayer.CERTIFICATE, "");
    members.put(Value.of("Cert"), certificate.isEmpty() ? NullValue.NULL : Value.of(certificate));
    List<Value> chain = new ArrayList<>();
    for (Pem each : Pem.blocks(where, said.getOrDefault(LegacyLayer.CHAIN, ""))) {
      chain.add(Value.of(each.text()));
    }
    members.put(Value.of("Chain"), chain.isEmpty() ? NullValue.NULL : new ArrayValue(chain));
    members.put(Value.of("Bundle"), json(where, said.getOrDefault(LegacyLayer.BUNDLE, "")));
    members.put(
        Value.of("RFC3161Timestamp"), json(where, said.getOrDefault(LegacyLayer.TIMESTAMP, "")));
    return JsonWriter.toText(new ObjectValue(members), JsonStyle.COMPACT.withoutHtmlEscapes());
  }

  private static Value json(String where, String text) throws RefusedException {
    return text.isEmpty() ? NullValue.NULL : StrictJson.parse(where, Bytes.utf8(text));
  }
}
