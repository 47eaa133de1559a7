package dev.landwaiter.signing.service.client;

import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.InclusionProof;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.encoding.Base64Text;
import dev.landwaiter.signing.encoding.JsonMembers;
import dev.landwaiter.signing.encoding.ProtoFields;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A transparency log of version 2 (rekor-tiles' API). What it answers is only handed on;
/// verification decides what it is worth.
///
/// @param base its address, without `/api/v2`
public record RekorV2(Web web, URI base) {
  private static final String NAME = "the transparency log";
  private static final int LIMIT = 10 << 20;
  private static final int LONGEST_PROOF = 64;

  /// The log answers when the entry is in a checkpoint, which takes a while.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// Who signed, as the log keeps it.
  ///
  /// @param content a certificate or a `SubjectPublicKeyInfo`, DER
  public record Verifier(boolean certificate, Bytes content, PublicKeyDetails details) {}

  /// Adds an entry.
  ///
  /// @param digest of what is signed, by the hash of the verifier's scheme
  /// @throws RefusedException with TRANSPORT when the log refuses, with PARSE when it answers
  ///   something broken
  public LogEntry create(Bytes digest, Bytes signature, Verifier verifier) throws IOException {
    JsonMembers signer =
        new JsonMembers()
            .with(
                verifier.certificate() ? "x509Certificate" : "publicKey",
                new JsonMembers().with("rawBytes", verifier.content()))
            .with("keyDetails", verifier.details().name());
    JsonMembers entry =
        new JsonMembers()
            .with("digest", digest)
            .with(
                "signature", new JsonMembers().with("content", signature).with("verifier", signer));
    WebRequest request =
        WebRequest.post(
                WebRequest.below(base, "api/v2/log/entries"),
                "application/json",
                new JsonMembers().with("hashedRekordRequestV002", entry).compact(),
                LIMIT)
            .with("Accept", "application/json")
            .within(PATIENCE)
            .again();
    return entry(ProtoFields.parse(NAME, web.ask(request).success(NAME)));
  }

  private static LogEntry entry(ProtoFields entry) throws RefusedException {
    ProtoFields kind = required(entry, "kindVersion");
    ProtoFields proof = required(entry, "inclusionProof");
    return new LogEntry(
        positive(entry, "logIndex"),
        required(entry, "logId").bytes("keyId"),
        kind.text("kind"),
        kind.text("version"),
        positive(entry, "integratedTime"),
        Optional.empty(),
        Optional.of(proof(proof)),
        entry.bytes("canonicalizedBody"));
  }

  private static InclusionProof proof(ProtoFields proof) throws RefusedException {
    List<Bytes> hashes = new ArrayList<>();
    for (Value element : proof.list("hashes")) {
      if (!(element instanceof StringValue text)) {
        throw proof.wrong("a hash is not a text");
      }
      hashes.add(Base64Text.proto(proof.at("hashes"), text.text()));
    }
    if (hashes.size() > LONGEST_PROOF) {
      throw new RefusedException(FailureClass.LIMIT, proof.where() + ": more than 64 hashes");
    }
    return new InclusionProof(
        positive(proof, "logIndex"),
        proof.bytes("rootHash"),
        positive(proof, "treeSize"),
        hashes,
        required(proof, "checkpoint").text("envelope"));
  }

  private static ProtoFields required(ProtoFields fields, String name) throws RefusedException {
    return fields
        .fields(name)
        .orElseThrow(() -> fields.wrong("the member '" + name + "' is missing"));
  }

  private static long positive(ProtoFields fields, String name) throws RefusedException {
    long number = fields.number(name);
    if (number < 0) {
      throw fields.wrong("'" + name + "' is negative");
    }
    return number;
  }
}
