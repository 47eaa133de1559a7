package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.Envelope;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.certificate.SigningCertificate;
import dev.landwaiter.signing.encoding.JsonMembers;
import dev.landwaiter.signing.statement.Statement;
import dev.landwaiter.signing.verify.Claim;
import dev.landwaiter.signing.verify.Verified;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is verified in the JSON that scripts around cosign read: simple-signing objects, and
/// envelopes of attestations.
final class CosignOutput {
  private static final String OID = "1.3.6.1.4.1.57264.1.";
  private static final List<String> WORKFLOW =
      List.of(
          "githubWorkflowTrigger",
          "githubWorkflowSha",
          "githubWorkflowName",
          "githubWorkflowRepository",
          "githubWorkflowRef");

  private CosignOutput() {}

  /// One array of all signatures of an image, in a line of its own.
  static String json(ImageVerdict verdict) throws RefusedException {
    List<Value> all = new ArrayList<>();
    for (Verified<Claim> each : verdict.shown()) {
      all.add(signature(verdict, each));
    }
    return "\n" + JsonWriter.toText(new ArrayValue(all), JsonStyle.COMPACT) + "\n";
  }

  /// The payload of each signature of an image, one in a line.
  static String text(ImageVerdict verdict) {
    var text = new StringBuilder();
    for (Verified<Claim> each : verdict.shown()) {
      text.append(
          each.claim() instanceof Claim.Attested(Statement statement)
              ? JsonWriter.toText(attested(verdict, statement), JsonStyle.COMPACT)
              : each.payload().toText());
      text.append('\n');
    }
    return text.toString();
  }

  /// The envelope of each attestation, one in a line.
  static String envelopes(List<Verified<Claim>> attestations) {
    var text = new StringBuilder();
    for (Verified<Claim> each : attestations) {
      if (each.evidence().signed() instanceof Evidence.Signed.Dsse(Envelope envelope, Bytes json)) {
        text.append(json.isEmpty() ? bundled(envelope) : oneLine(json)).append('\n');
      }
    }
    return text.toString();
  }

  private static String oneLine(Bytes json) {
    String text = json.toText().strip();
    return text.indexOf('\n') < 0 ? text : text.replace("\n", "").replace("\r", "");
  }

  private static String bundled(Envelope envelope) {
    List<Value> signatures = new ArrayList<>();
    for (Envelope.Signature each : envelope.signatures()) {
      JsonMembers members = new JsonMembers().with("sig", each.sig());
      if (!each.keyId().isEmpty()) {
        members.with("keyid", each.keyId());
      }
      signatures.add(members.object());
    }
    return new JsonMembers()
        .with("payload", envelope.payload())
        .with("payloadType", envelope.payloadType())
        .with("signatures", signatures)
        .compact()
        .toText();
  }

  private static Value signature(ImageVerdict verdict, Verified<Claim> verified)
      throws RefusedException {
    return switch (verified.claim()) {
      case Claim.Attested(Statement statement) -> attested(verdict, statement);
      case Claim.Image image -> legacy(verified);
      case Claim.File file -> ObjectValue.EMPTY;
    };
  }

  private static Value attested(ImageVerdict verdict, Statement statement) {
    String digits = verdict.digest().encoded();
    Map<Value, Value> annotations = new LinkedHashMap<>();
    for (Statement.Subject each : statement.subjects()) {
      if (digits.equalsIgnoreCase(each.digests().get(verdict.digest().algorithm()))) {
        each.annotations().forEach((name, value) -> annotations.put(Value.of(name), value));
        break;
      }
    }
    return new JsonMembers()
        .with(
            "critical",
            new JsonMembers()
                .with("identity", new JsonMembers().with("docker-reference", verdict.name()))
                .with(
                    "image",
                    new JsonMembers().with("docker-manifest-digest", verdict.digest().toString()))
                .with("type", statement.predicateType()))
        .with("optional", new ObjectValue(annotations))
        .object();
  }

  /// The payload that was signed, with what came with it.
  private static Value legacy(Verified<Claim> verified) throws RefusedException {
    ObjectValue payload;
    try {
      payload =
          Json.parse("payload", verified.payload().toText()) instanceof ObjectValue object
              ? object
              : ObjectValue.EMPTY;
    } catch (FormatException e) {
      throw new IllegalStateException("a verified payload is JSON", e);
    }
    Map<Value, Value> optional =
        payload.get("optional").orElse(NullValue.NULL) instanceof ObjectValue given
            ? new LinkedHashMap<>(given.members())
            : new LinkedHashMap<>();
    int before = optional.size();
    Evidence evidence = verified.evidence();
    if (evidence.signer() instanceof Evidence.Signer.Certificate(Bytes leaf, var between)) {
      certificate(SigningCertificate.parse(evidence.origin(), leaf), optional);
    }
    if (!evidence.entries().isEmpty()) {
      optional.put(Value.of("Bundle"), entry(evidence.entries().getFirst()));
    }
    if (!evidence.timestamps().isEmpty()) {
      optional.put(
          Value.of("RFC3161Timestamp"),
          new JsonMembers()
              .with("SignedRFC3161Timestamp", evidence.timestamps().getFirst())
              .object());
    }
    if (optional.size() == before) {
      return payload;
    }
    Map<Value, Value> members = new LinkedHashMap<>(payload.members());
    members.put(Value.of("optional"), new ObjectValue(optional));
    return new ObjectValue(members);
  }

  private static void certificate(SigningCertificate certificate, Map<Value, Value> optional)
      throws RefusedException {
    if (!certificate.names().isEmpty()) {
      put("Subject", certificate.names().getFirst().text(), optional);
    }
    String issuer = certificate.issuer().orElse("");
    if (!issuer.isEmpty()) {
      put("Issuer", issuer, optional);
      put(OID + 1, issuer, optional);
    }
    for (int i = 0; i < WORKFLOW.size(); i++) {
      String value = certificate.extensions().get(i + 2);
      if (value != null && !value.isEmpty()) {
        put(OID + (i + 2), value, optional);
        put(WORKFLOW.get(i), value, optional);
      }
    }
  }

  private static void put(String name, String value, Map<Value, Value> optional) {
    optional.put(Value.of(name), Value.of(value));
  }

  private static Value entry(LogEntry entry) {
    return new JsonMembers()
        .with("SignedEntryTimestamp", entry.promise().orElse(Bytes.EMPTY))
        .with(
            "Payload",
            new JsonMembers()
                .with("body", entry.body())
                .with("integratedTime", entry.integratedTime())
                .with("logIndex", entry.logIndex())
                .with("logID", entry.logId().toHex()))
        .object();
  }
}
