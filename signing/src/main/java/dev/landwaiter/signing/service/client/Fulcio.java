package dev.landwaiter.signing.service.client;

import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.SigningKey;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.encoding.JsonMembers;
import dev.landwaiter.signing.encoding.Pem;
import dev.landwaiter.signing.encoding.ProtoFields;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebRequest;
import dev.landwaiter.signing.service.token.IdentityToken;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A certificate authority that certifies identities (Fulcio's API, `CreateSigningCertificate`).
///
/// @param base its address, without `/api/v2`
public record Fulcio(Web web, URI base) {
  private static final String NAME = "the certificate authority";
  private static final int LIMIT = 1 << 20;
  private static final int LONGEST_CHAIN = 10;

  /// Asks for a certificate for a new key.
  ///
  /// @throws RefusedException with TRANSPORT when it refuses or answers something else, with PARSE
  ///   when what it answers is broken
  public IssuedCertificate issue(IdentityToken token, SigningKey key) throws IOException {
    WebRequest request =
        WebRequest.post(
                WebRequest.below(base, "api/v2/signingCert"),
                "application/json",
                body(token, key),
                LIMIT)
            .with("Authorization", "Bearer " + token.compact())
            .with("Accept", "application/json");
    ProtoFields answer = ProtoFields.parse(NAME, web.ask(request).success(NAME));
    Optional<ProtoFields> embedded = answer.fields("signedCertificateEmbeddedSct");
    Optional<ProtoFields> detached = answer.fields("signedCertificateDetachedSct");
    if (embedded.isPresent() == detached.isPresent()) {
      throw answer.wrong("one certificate was expected");
    }
    ProtoFields issued = embedded.or(() -> detached).orElseThrow();
    Optional<Bytes> timestamp =
        detached.isPresent()
            ? Optional.of(issued.bytes("signedCertificateTimestamp")).filter(b -> !b.isEmpty())
            : Optional.empty();
    List<Bytes> chain = chain(issued);
    return new IssuedCertificate(chain.getFirst(), chain.subList(1, chain.size()), timestamp);
  }

  private static Bytes body(IdentityToken token, SigningKey key) throws IOException {
    byte[] subject = token.subject().getBytes(StandardCharsets.UTF_8);
    VerificationKey publicKey = key.publicKey();
    return new JsonMembers()
        .with(
            "publicKeyRequest",
            new JsonMembers()
                .with(
                    "publicKey",
                    new JsonMembers()
                        .with("algorithm", algorithm(publicKey.details()))
                        .with("content", new Pem("PUBLIC KEY", publicKey.spki()).text()))
                .with("proofOfPossession", key.sign(subject, publicKey.details())))
        .compact();
  }

  /// The name for the kind of key; that of RSA keys is a misnomer, PKCS #1 v1.5 is meant.
  private static String algorithm(PublicKeyDetails details) {
    return switch (details.scheme()) {
      case ECDSA -> "ECDSA";
      case RSA_PKCS1, RSA_PSS -> "RSA_PSS";
      case ED25519, ED25519_PH -> "ED25519";
    };
  }

  private static List<Bytes> chain(ProtoFields issued) throws RefusedException {
    ProtoFields chain = issued.fields("chain").orElseThrow(() -> issued.wrong("there is no chain"));
    List<Bytes> certificates = new ArrayList<>();
    for (Value element : chain.list("certificates")) {
      String where = chain.at("certificates");
      if (!(element instanceof StringValue text)) {
        throw chain.wrong("a certificate is not a text");
      }
      for (Pem block : Pem.blocks(where, text.text())) {
        if (!block.label().equals("CERTIFICATE")) {
          throw chain.wrong("a PEM block is not a certificate");
        }
        certificates.add(block.content());
      }
    }
    if (certificates.isEmpty()) {
      throw chain.wrong("it holds no certificate");
    }
    if (certificates.size() > LONGEST_CHAIN) {
      throw new RefusedException(
          FailureClass.LIMIT, "%s sends more than 10 certificates".formatted(NAME));
    }
    return certificates;
  }
}
