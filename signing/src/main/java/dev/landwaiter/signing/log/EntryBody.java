package dev.landwaiter.signing.log;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Base64Text;
import dev.landwaiter.signing.encoding.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the canonicalised body of a log entry says.
public sealed interface EntryBody {
  /// A digest, its algorithm as the body spells it.
  record Hash(String algorithm, String value) {}

  /// A signature and the PEM text of the certificate or key it is said to be of.
  record Signature(Bytes signature, Bytes pem) {}

  /// `hashedrekord` 0.0.1.
  record HashedRekord(Hash data, Signature signature) implements EntryBody {}

  /// `rekord` 0.0.1 with a signature in the form `x509`.
  record Rekord(Hash data, Signature signature) implements EntryBody {}

  /// `dsse` 0.0.1.
  record Dsse(Hash envelope, Hash payload, List<Signature> signatures) implements EntryBody {
    public Dsse {
      signatures = List.copyOf(signatures);
    }
  }

  /// `intoto` 0.0.1, which holds no signature.
  record Intoto1(Hash envelope, Optional<Hash> payload, Bytes pem) implements EntryBody {}

  /// `intoto` 0.0.2.
  record Intoto2(Hash envelope, Hash payload, String payloadType, List<Signature> signatures)
      implements EntryBody {
    public Intoto2 {
      signatures = List.copyOf(signatures);
    }
  }

  /// `hashedrekord` 0.0.2, the only one of Rekor v2. What it says is never read: it is rebuilt.
  record TileRekord() implements EntryBody {}

  /// Reads a body.
  ///
  /// @throws RefusedException with PARSE, or with LOG for a kind or version that is not known
  static EntryBody parse(Bytes body) throws RefusedException {
    Members top = Members.of("log entry", StrictJson.parse("log entry", body));
    String kind = kind(top);
    Members spec = top.at("spec");
    return switch (kind) {
      case "hashedrekord 0.0.1" -> new HashedRekord(hash(spec.at("data"), "hash"), signed(spec));
      case "hashedrekord 0.0.2" -> new TileRekord();
      case "rekord 0.0.1" -> rekord(spec);
      case "dsse 0.0.1" ->
          new Dsse(
              hash(spec, "envelopeHash"),
              hash(spec, "payloadHash"),
              signatures(spec, "signature", "verifier"));
      case "intoto 0.0.1" -> intoto1(spec);
      case "intoto 0.0.2" -> intoto2(spec.at("content"));
      default ->
          throw new RefusedException(
              FailureClass.LOG, "log entries of the kind '" + kind + "' are not supported");
    };
  }

  /// Kind and version that a body names, with a space between them.
  static String kind(Bytes body) throws RefusedException {
    return kind(Members.of("log entry", StrictJson.parse("log entry", body)));
  }

  private static String kind(Members top) throws RefusedException {
    return top.text("kind") + " " + top.text("apiVersion");
  }

  private static Rekord rekord(Members spec) throws RefusedException {
    String format = spec.at("signature").text("format");
    if (!format.equals("x509")) {
      throw new RefusedException(
          FailureClass.LOG, "signatures in the form '" + format + "' are not supported");
    }
    return new Rekord(hash(spec.at("data"), "hash"), signed(spec));
  }

  private static Intoto1 intoto1(Members spec) throws RefusedException {
    Members content = spec.at("content");
    Optional<Hash> payload =
        content.has("payloadHash") ? Optional.of(hash(content, "payloadHash")) : Optional.empty();
    return new Intoto1(hash(content, "hash"), payload, spec.bytes("publicKey"));
  }

  private static Intoto2 intoto2(Members content) throws RefusedException {
    Members envelope = content.at("envelope");
    List<Signature> signatures = new ArrayList<>();
    for (Members each : envelope.list("signatures")) {
      signatures.add(new Signature(twice(each.bytes("sig")), each.bytes("publicKey")));
    }
    return new Intoto2(
        hash(content, "hash"),
        hash(content, "payloadHash"),
        envelope.text("payloadType"),
        signatures);
  }

  /// The signature in these entries is the Base64 of its Base64.
  private static Bytes twice(Bytes once) throws RefusedException {
    try {
      return Base64Text.proto("signature", once.toText());
    } catch (RefusedException e) {
      throw new RefusedException(
          FailureClass.LOG, "the signature in the log entry is not written as the log writes it");
    }
  }

  private static Hash hash(Members parent, String name) throws RefusedException {
    Members hash = parent.at(name);
    return new Hash(hash.text("algorithm"), hash.text("value"));
  }

  private static Signature signed(Members spec) throws RefusedException {
    Members signature = spec.at("signature");
    return new Signature(signature.bytes("content"), signature.at("publicKey").bytes("content"));
  }

  private static List<Signature> signatures(Members spec, String signature, String verifier)
      throws RefusedException {
    List<Signature> all = new ArrayList<>();
    for (Members each : spec.list("signatures")) {
      all.add(new Signature(each.bytes(signature), each.bytes(verifier)));
    }
    return all;
  }
}
