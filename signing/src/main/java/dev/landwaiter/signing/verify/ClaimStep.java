package dev.landwaiter.signing.verify;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.bundle.Envelope;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.simple.SimplePayload;
import dev.landwaiter.signing.statement.PredicateType;
import dev.landwaiter.signing.statement.Statement;
import dev.landwaiter.signing.statement.StatementReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether the signature is about the artifact and says what is asked for (steps 13 and 14).
final class ClaimStep {
  private ClaimStep() {}

  /// @throws RefusedException with SUBJECT, then PREDICATE
  static Claim require(Material material, Requirements requirements) throws RefusedException {
    Claim claim =
        switch (material.evidence().signed()) {
          case Evidence.Signed.Artifact file -> file(material, file.claimed(), requirements);
          case Evidence.Signed.Payload(Bytes payload) -> image(material, payload, requirements);
          case Evidence.Signed.Dsse dsse -> statement(material, dsse.envelope(), requirements);
        };
    predicate(claim, requirements);
    return claim;
  }

  private static Claim file(
      Material material, Optional<Evidence.ClaimedDigest> claimed, Requirements requirements)
      throws RefusedException {
    if (claimed.isPresent()) {
      Optional<Bytes> mine =
          HashAlgorithm.named(claimed.get().algorithm()).flatMap(material.artifact()::digest);
      if (!mine.equals(Optional.of(claimed.get().digest()))) {
        throw new RefusedException(
            FailureClass.SUBJECT,
            "the digest in the bundle is not that of the file",
            material.artifact().name(),
            claimed.get().digest().toHex());
      }
    } else if (material.evidence().form() != Evidence.Form.LEGACY
        && material.key().details().scheme() != PublicKeyDetails.Scheme.ED25519) {
      throw new RefusedException(
          FailureClass.PARSE, "the bundle names no digest of what was signed");
    }
    if (!requirements.annotations().isEmpty()) {
      throw new RefusedException(
          FailureClass.SUBJECT, "annotations are asked for, but the signature of a file has none");
    }
    return new Claim.File();
  }

  private static Claim image(Material material, Bytes bytes, Requirements requirements)
      throws RefusedException {
    SimplePayload payload = SimplePayload.read("the payload", bytes);
    if (!requirements.relaxations().contains(Relaxation.CLAIMS_NOT_CHECKED)) {
      String wanted = material.artifact().name();
      if (!(material.artifact() instanceof Artifact.Image) || !payload.digest().equals(wanted)) {
        throw new RefusedException(
            FailureClass.SUBJECT,
            "a good signature, but for another image",
            wanted,
            payload.digest());
      }
    }
    annotations(requirements.annotations(), payload.optional());
    return new Claim.Image(payload);
  }

  private static Claim statement(Material material, Envelope envelope, Requirements requirements)
      throws RefusedException {
    if (!envelope.payloadType().equals(Envelope.IN_TOTO)) {
      throw new RefusedException(
          FailureClass.PREDICATE,
          "the envelope does not hold an in-toto statement",
          Envelope.IN_TOTO,
          envelope.payloadType());
    }
    Statement statement = StatementReader.read("the statement", envelope.payload());
    List<Statement.Subject> about = statement.subjects();
    if (!requirements.relaxations().contains(Relaxation.CLAIMS_NOT_CHECKED)) {
      Map<String, String> known = material.artifact().known();
      about = new ArrayList<>();
      for (Statement.Subject each : statement.subjects()) {
        if (each.is(known)) {
          about.add(each);
        }
      }
      if (about.isEmpty()) {
        throw new RefusedException(
            FailureClass.SUBJECT,
            "a good statement, but about something else",
            material.artifact().name(),
            names(statement));
      }
    }
    if (!requirements.annotations().isEmpty()) {
      annotated(requirements.annotations(), about);
    }
    return new Claim.Attested(statement);
  }

  private static String names(Statement statement) {
    Statement.Subject first = statement.subjects().getFirst();
    String digest = first.digests().getOrDefault("sha256", "");
    String more =
        statement.subjects().size() > 1
            ? " and " + (statement.subjects().size() - 1) + " more"
            : "";
    return (digest.isEmpty() ? "a subject without sha256" : "sha256:" + digest) + more;
  }

  /// One subject must carry them all.
  private static void annotated(Map<String, String> wanted, List<Statement.Subject> about)
      throws RefusedException {
    Optional<RefusedException> why = Optional.empty();
    for (Statement.Subject each : about) {
      try {
        annotations(wanted, each.annotations());
        return;
      } catch (RefusedException e) {
        why = Optional.of(e);
      }
    }
    throw why.orElseThrow();
  }

  private static void annotations(Map<String, String> wanted, Map<String, Value> given)
      throws RefusedException {
    for (var each : wanted.entrySet()) {
      Value value = given.get(each.getKey());
      String text = value == null ? "" : text(value);
      if (value == null || !text.equals(each.getValue())) {
        throw new RefusedException(
            FailureClass.SUBJECT,
            "the annotation '" + each.getKey() + "' is not the wanted one",
            each.getValue(),
            value == null ? "no such annotation" : text);
      }
    }
  }

  /// A text as it is, everything else by its JSON text.
  private static String text(Value value) {
    return value instanceof StringValue string
        ? string.text()
        : JsonWriter.toText(value, JsonStyle.COMPACT);
  }

  private static void predicate(Claim claim, Requirements requirements) throws RefusedException {
    switch (claim) {
      case Claim.Attested(Statement statement) -> {
        switch (requirements.wanted()) {
          case Requirements.Wanted.Signature s -> {
            if (!statement.predicateType().equals(PredicateType.COSIGN_SIGN)
                && !requirements.relaxations().contains(Relaxation.ANY_PREDICATE)) {
              throw other(PredicateType.COSIGN_SIGN, statement.predicateType());
            }
          }
          case Requirements.Wanted.Attestation(var types) -> {
            if (!types.isEmpty() && !types.contains(statement.predicateType())) {
              throw other(String.join(" or ", types), statement.predicateType());
            }
          }
        }
        decodable(statement);
      }
      case Claim.Image image -> signatureOnly(requirements);
      case Claim.File file -> signatureOnly(requirements);
    }
  }

  private static RefusedException other(String wanted, String found) {
    return new RefusedException(
        FailureClass.PREDICATE, "a good statement, but of another type", wanted, found);
  }

  private static void signatureOnly(Requirements requirements) throws RefusedException {
    if (requirements.wanted() instanceof Requirements.Wanted.Attestation) {
      throw new RefusedException(
          FailureClass.PREDICATE,
          "an attestation is asked for, but this is a plain signature",
          "a statement",
          "a signature");
    }
  }

  /// A predicate is an object; that of SPDX may be the text of a document.
  private static void decodable(Statement statement) throws RefusedException {
    Optional<Value> predicate = statement.predicate();
    if (predicate.isEmpty() || predicate.get() instanceof ObjectValue) {
      return;
    }
    boolean document =
        predicate.get() instanceof StringValue
            && statement.predicateType().equals(PredicateType.SPDX.uri());
    if (!document) {
      throw new RefusedException(
          FailureClass.PREDICATE,
          "the predicate of the type " + statement.predicateType() + " is not an object",
          "an object",
          predicate.get() instanceof ArrayValue ? "a list" : "a single value");
    }
  }
}
