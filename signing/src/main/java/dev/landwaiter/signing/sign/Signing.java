package dev.landwaiter.signing.sign;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.bundle.DsseWriter;
import dev.landwaiter.signing.bundle.Envelope;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.encoding.Pem;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.service.client.IssuedCertificate;
import dev.landwaiter.signing.service.client.ProposedEntry;
import dev.landwaiter.signing.service.client.RekorV1;
import dev.landwaiter.signing.service.client.RekorV2;
import dev.landwaiter.signing.service.client.TimestampClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The procedure of signing: sign, get a certificate, have the signature stamped and logged.
/// Nothing of what the services answer is believed here: whoever stores the result has it verified
/// before.
///
/// @param form decides what logs answer must hold
public record Signing(Signatory signatory, SigningServices services, Evidence.Form form) {
  /// After version, serial number, algorithm, issuer, validity and subject.
  private static final int KEY_PLACE = 6;

  /// Signs.
  ///
  /// @return the evidence, not verified
  /// @throws RefusedException with USAGE when the services do not fit together, with LOG when a log
  ///   answers without a proof that a bundle needs, with TRANSPORT when a service fails
  public Evidence sign(Content content) throws IOException {
    requireTime();
    VerificationKey key = signatory.key().publicKey();
    PublicKeyDetails details = Algorithm.of(key.details(), content, services);
    Bytes message = message(content);
    Bytes signature = signatory.key().sign(message.toArray(), details);
    Optional<IssuedCertificate> issued =
        signatory instanceof Signatory.Identified(var fresh, var token, var authority)
            ? Optional.of(own(authority.issue(token, fresh), key))
            : Optional.empty();
    Evidence.Signer signer = signer(issued);
    List<Bytes> timestamps = new ArrayList<>();
    for (TimestampClient each : services.authorities()) {
      timestamps.add(each.stamp(signature));
    }
    Evidence.Signed signed = signed(content, signature, details);
    var made = new Made(details, message, signature, signer, signed);
    List<LogEntry> entries = new ArrayList<>();
    for (SigningServices.Log each : services.logs()) {
      entries.add(entry(each, made));
    }
    return new Evidence(
        "the new signature",
        form,
        signer,
        signed,
        signature,
        entries,
        timestamps,
        issued.flatMap(IssuedCertificate::certificateTimestamp));
  }

  /// A signature as it is before logs see it.
  private record Made(
      PublicKeyDetails details,
      Bytes message,
      Bytes signature,
      Evidence.Signer signer,
      Evidence.Signed signed) {
    Bytes digest() {
      return message.hash(details.hash());
    }
  }

  /// A certificate of minutes must be bound to a time: logs of version 2 do not.
  private void requireTime() throws RefusedException {
    if (signatory instanceof Signatory.Identified
        && services.tiles()
        && services.authorities().isEmpty()) {
      throw new RefusedException(
          FailureClass.USAGE,
          "a log of version 2 proves no time of signing, which a certificate that lives for minutes"
              + " needs: add a timestamp authority to the signing config");
    }
  }

  /// Requires that an issued certificate is for our key; everything else is judged later.
  private static IssuedCertificate own(IssuedCertificate issued, VerificationKey key)
      throws RefusedException {
    if (!spki("the new certificate", issued.leaf()).equals(key.spki())) {
      throw new RefusedException(
          FailureClass.TRANSPORT, "the certificate authority certifies another key than ours");
    }
    return issued;
  }

  /// The `SubjectPublicKeyInfo` of a certificate of version 3 (RFC 5280, 4.1).
  private static Bytes spki(String what, Bytes certificate) throws RefusedException {
    List<Der> parts = Der.only(what, certificate).require(Der.SEQUENCE, what).inner(what);
    if (!parts.isEmpty()) {
      List<Der> body = parts.getFirst().require(Der.SEQUENCE, what).inner(what);
      if (body.size() > KEY_PLACE) {
        return body.get(KEY_PLACE).whole();
      }
    }
    throw new RefusedException(FailureClass.PARSE, what + " is no certificate");
  }

  private static Bytes message(Content content) {
    return switch (content) {
      case Content.File file -> file.content();
      case Content.Payload payload -> payload.json();
      case Content.Statement statement ->
          Envelope.preAuthentication(Envelope.IN_TOTO, statement.json());
    };
  }

  private Evidence.Signer signer(Optional<IssuedCertificate> issued) {
    return switch (signatory) {
      case Signatory.KeyHolder(var key) -> new Evidence.Signer.Key(key.publicKey().id().toBase64());
      case Signatory.CertificateHolder(var key, var leaf, var above) ->
          new Evidence.Signer.Certificate(leaf, above);
      // The leaf alone: everything above it must be known already.
      case Signatory.Identified identified ->
          new Evidence.Signer.Certificate(issued.orElseThrow().leaf(), List.of());
    };
  }

  private static Evidence.Signed signed(
      Content content, Bytes signature, PublicKeyDetails details) {
    return switch (content) {
      case Content.File file ->
          new Evidence.Signed.Artifact(
              Optional.of(
                  new Evidence.ClaimedDigest(
                      details.hash().name(), file.content().hash(details.hash()))));
      case Content.Payload payload -> new Evidence.Signed.Payload(payload.json());
      case Content.Statement statement -> {
        var envelope =
            new Envelope(
                statement.json(), Envelope.IN_TOTO, List.of(new Envelope.Signature(signature, "")));
        yield new Evidence.Signed.Dsse(envelope, DsseWriter.write(envelope));
      }
    };
  }

  private LogEntry entry(SigningServices.Log log, Made made) throws IOException {
    return switch (log) {
      case SigningServices.Log.Entries(RekorV1 client) -> {
        LogEntry entry = client.create(proposed(made));
        if (entry.proof().isEmpty() && form != Evidence.Form.LEGACY) {
          throw new RefusedException(
              FailureClass.LOG,
              "the transparency log %s answers without a proof that it holds the entry"
                  .formatted(client.base()));
        }
        yield entry;
      }
      case SigningServices.Log.Tiles(RekorV2 client) ->
          client.create(made.digest(), made.signature(), verifier(made));
    };
  }

  private ProposedEntry proposed(Made made) {
    return made.signed() instanceof Evidence.Signed.Dsse dsse
        ? ProposedEntry.envelope(dsse.text(), verifierText(made.signer()))
        : ProposedEntry.hashed(
            made.details().hash(), made.digest(), made.signature(), verifierText(made.signer()));
  }

  /// The certificate, or else the public key, in PEM.
  private String verifierText(Evidence.Signer signer) {
    return signer instanceof Evidence.Signer.Certificate(Bytes leaf, List<Bytes> above)
        ? new Pem("CERTIFICATE", leaf).text()
        : PublicKeys.text(signatory.key().publicKey());
  }

  private RekorV2.Verifier verifier(Made made) {
    return made.signer() instanceof Evidence.Signer.Certificate(Bytes leaf, List<Bytes> above)
        ? new RekorV2.Verifier(true, leaf, made.details())
        : new RekorV2.Verifier(false, signatory.key().publicKey().spki(), made.details());
  }
}
