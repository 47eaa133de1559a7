package dev.landwaiter.signing.bundle;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.encoding.JsonMembers;
import java.util.ArrayList;
import java.util.List;

/// Writes Sigstore bundles of version 0.3 (sigstore protobuf-specs, `Bundle`): without white space,
/// fields in the order of their numbers, zero values left out.
public final class BundleWriter {
  private static final String MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
  private static final String WITH_PARAMETER =
      "application/vnd.dev.sigstore.bundle+json;version=0.3";
  private static final JsonStyle STYLE = JsonStyle.COMPACT.withoutHtmlEscapes();

  private BundleWriter() {}

  /// The bundle of a signature over an artifact or an envelope. A certificate with intermediates
  /// becomes a chain.
  ///
  /// @throws IllegalArgumentException for the payload of simple signing, which no bundle holds
  public static Bytes write(Evidence evidence) {
    return write(MEDIA_TYPE, evidence);
  }

  /// The same under the other name of version 0.3, as `bundle create` writes it.
  public static Bytes writeWithParameter(Evidence evidence) {
    return write(WITH_PARAMETER, evidence);
  }

  private static Bytes write(String mediaType, Evidence evidence) {
    JsonMembers bundle =
        new JsonMembers()
            .with("mediaType", mediaType)
            .with("verificationMaterial", material(evidence));
    switch (evidence.signed()) {
      case Evidence.Signed.Artifact artifact -> {
        JsonMembers digest = new JsonMembers();
        artifact
            .claimed()
            .ifPresent(claimed ->
                digest.with("algorithm", claimed.algorithm()).with("digest", claimed.digest()));
        bundle.with(
            "messageSignature",
            new JsonMembers()
                .with("messageDigest", digest)
                .with("signature", evidence.signature()));
      }
      case Evidence.Signed.Dsse dsse ->
          bundle.with("dsseEnvelope", DsseWriter.members(dsse.envelope()));
      case Evidence.Signed.Payload payload ->
          throw new IllegalArgumentException("no bundle holds a payload of simple signing");
    }
    return Bytes.utf8(JsonWriter.toText(bundle.object(), STYLE));
  }

  private static JsonMembers material(Evidence evidence) {
    JsonMembers material = new JsonMembers();
    switch (evidence.signer()) {
      case Evidence.Signer.Key(String hint) ->
          material.with("publicKey", new JsonMembers().with("hint", hint));
      case Evidence.Signer.ClaimedKey(Bytes spki) ->
          material.with("publicKey", new JsonMembers().with("hint", spki.sha256()));
      case Evidence.Signer.Certificate(Bytes leaf, List<Bytes> above) -> {
        if (above.isEmpty()) {
          material.with("certificate", raw(leaf));
        } else {
          List<Value> all = new ArrayList<>();
          all.add(raw(leaf).object());
          above.forEach(each -> all.add(raw(each).object()));
          material.with("x509CertificateChain", new JsonMembers().with("certificates", all));
        }
      }
    }
    if (!evidence.entries().isEmpty()) {
      material.with(
          "tlogEntries", evidence.entries().stream().map(each -> entry(each).object()).toList());
    }
    if (!evidence.timestamps().isEmpty()) {
      List<Value> all = new ArrayList<>();
      evidence
          .timestamps()
          .forEach(each -> all.add(new JsonMembers().with("signedTimestamp", each).object()));
      material.with("timestampVerificationData", new JsonMembers().with("rfc3161Timestamps", all));
    }
    return material;
  }

  private static JsonMembers raw(Bytes der) {
    return new JsonMembers().with("rawBytes", der);
  }

  private static JsonMembers entry(LogEntry entry) {
    JsonMembers written = new JsonMembers();
    number(written, "logIndex", entry.logIndex());
    written
        .with("logId", new JsonMembers().with("keyId", entry.logId()))
        .with(
            "kindVersion",
            new JsonMembers().with("kind", entry.kind()).with("version", entry.version()));
    number(written, "integratedTime", entry.integratedTime());
    entry
        .promise()
        .ifPresent(set ->
            written.with("inclusionPromise", new JsonMembers().with("signedEntryTimestamp", set)));
    entry.proof().ifPresent(proof -> written.with("inclusionProof", proof(proof)));
    return written.with("canonicalizedBody", entry.body());
  }

  private static JsonMembers proof(InclusionProof proof) {
    JsonMembers written = new JsonMembers();
    number(written, "logIndex", proof.logIndex());
    written.with("rootHash", proof.rootHash());
    number(written, "treeSize", proof.treeSize());
    if (!proof.hashes().isEmpty()) {
      written.with(
          "hashes", proof.hashes().stream().map(hash -> new StringValue(hash.toBase64())).toList());
    }
    return written.with("checkpoint", new JsonMembers().with("envelope", proof.checkpoint()));
  }

  /// An `int64`, which is a text.
  private static void number(JsonMembers into, String name, long number) {
    if (number != 0) {
      into.with(name, Long.toString(number));
    }
  }
}
