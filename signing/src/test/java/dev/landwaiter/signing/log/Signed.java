package dev.landwaiter.signing.log;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.bundle.Envelope;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.key.PublicKeys;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;

/// Something signed for a test, and the bodies that logs write for it.
///
/// @param message empty where an envelope is what was signed
record Signed(VerificationKey key, Bytes signature, Bytes message, Envelope envelope) {
  private static final Bytes STATEMENT = Bytes.utf8("{\"_type\":\"made\"}");

  static Signed message(String text) throws RefusedException {
    KeyPair pair = MadeLog.pair("EC", "secp256r1");
    Bytes message = Bytes.utf8(text);
    return new Signed(
        MadeLog.key(pair), MadeLog.sign(pair, message), message, envelope(Bytes.EMPTY));
  }

  static Signed statement() throws RefusedException {
    KeyPair pair = MadeLog.pair("EC", "secp256r1");
    Bytes signature = MadeLog.sign(pair, Envelope.preAuthentication(Envelope.IN_TOTO, STATEMENT));
    return new Signed(MadeLog.key(pair), signature, Bytes.EMPTY, envelope(signature));
  }

  private static Envelope envelope(Bytes signature) {
    return new Envelope(
        STATEMENT, Envelope.IN_TOTO, List.of(new Envelope.Signature(signature, "")));
  }

  Logged logged(Evidence.Form form) {
    Logged.Content content =
        message.isEmpty()
            ? new Logged.Content.Dsse(envelope, Optional.of(text()))
            : new Logged.Content.Message(message);
    return new Logged(form, signature, new Logged.Signer.Key(key), content);
  }

  /// The envelope as somebody wrote it down.
  Bytes text() {
    return Bytes.utf8("{\"payload\":\"" + envelope.payload().toBase64() + "\"}");
  }

  Bytes pem() {
    return Bytes.utf8(PublicKeys.text(key));
  }

  Bytes hashedRekord() {
    return hashedRekord(HashAlgorithm.SHA2_256);
  }

  Bytes hashedRekord(HashAlgorithm algorithm) {
    return body(
        "hashedrekord",
        "0.0.1",
        """
        {"data":{"hash":{"algorithm":"%s","value":"%s"}},"signature":{"content":"%s",\
        "publicKey":{"content":"%s"}}}\
        """
            .formatted(
                algorithm.shortName(),
                message.hash(algorithm).toHex(),
                signature.toBase64(),
                pem().toBase64()));
  }

  Bytes rekord() {
    return body(
        "rekord",
        "0.0.1",
        """
        {"data":{"hash":{"algorithm":"sha256","value":"%s"}},"signature":{"content":"%s",\
        "format":"x509","publicKey":{"content":"%s"}}}\
        """
            .formatted(message.sha256().toHex(), signature.toBase64(), pem().toBase64()));
  }

  Bytes dsse() {
    return body(
        "dsse",
        "0.0.1",
        """
        {"envelopeHash":{"algorithm":"sha256","value":"%s"},"payloadHash":{"algorithm":"sha256",\
        "value":"%s"},"signatures":[{"signature":"%s","verifier":"%s"}]}\
        """
            .formatted(
                text().sha256().toHex(),
                envelope.payload().sha256().toHex(),
                signature.toBase64(),
                pem().toBase64()));
  }

  Bytes intoto2() {
    return body(
        "intoto",
        "0.0.2",
        """
        {"content":{"envelope":{"payloadType":"%s","signatures":[{"publicKey":"%s","sig":"%s"}]},\
        "hash":{"algorithm":"sha256","value":"%s"},"payloadHash":{"algorithm":"sha256",\
        "value":"%s"}}}\
        """
            .formatted(
                envelope.payloadType(),
                pem().toBase64(),
                Bytes.utf8(signature.toBase64()).toBase64(),
                text().sha256().toHex(),
                envelope.payload().sha256().toHex()));
  }

  Bytes intoto1(boolean withPayload) {
    String payload =
        ",\"payloadHash\":{\"algorithm\":\"sha256\",\"value\":\"%s\"}"
            .formatted(envelope.payload().sha256().toHex());
    return body(
        "intoto",
        "0.0.1",
        "{\"content\":{\"hash\":{\"algorithm\":\"sha256\",\"value\":\"%s\"}%s},\"publicKey\":\"%s\"}"
            .formatted(text().sha256().toHex(), withPayload ? payload : "", pem().toBase64()));
  }

  Bytes tile() throws RefusedException {
    return TileEntry.body(logged(Evidence.Form.BUNDLE_0_3), key.details());
  }

  static Bytes body(String kind, String version, String spec) {
    return Bytes.utf8(
        "{\"apiVersion\":\"%s\",\"kind\":\"%s\",\"spec\":%s}".formatted(version, kind, spec));
  }
}
