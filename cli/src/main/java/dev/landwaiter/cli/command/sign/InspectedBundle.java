package dev.landwaiter.cli.command.sign;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.Envelope;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.InclusionProof;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.certificate.SigningCertificate;
import dev.landwaiter.signing.encoding.Base64Text;
import dev.landwaiter.signing.log.Checkpoint;
import dev.landwaiter.signing.log.SignedNote;
import dev.landwaiter.signing.statement.Statement;
import dev.landwaiter.signing.statement.StatementReader;
import dev.landwaiter.signing.timestamp.TimestampResponse;
import dev.landwaiter.signing.timestamp.TimestampToken;
import java.time.Instant;
import java.util.List;

/// What a bundle holds, as lines of a tree. Nothing of it is verified.
record InspectedBundle(InspectedTree tree, TrustedNames names) {

  /// The whole tree.
  static String of(String mediaType, Evidence bundle, TrustedNames names) throws RefusedException {
    var tree = new InspectedTree();
    var inspected = new InspectedBundle(tree, names);
    tree.line(0, "Bundle Media Type", mediaType);
    tree.head(0, "Verification Material");
    inspected.signer(bundle);
    inspected.entries(bundle.entries());
    inspected.timestamps(bundle.timestamps());
    tree.head(0, "Content");
    inspected.content(bundle);
    return tree.toString();
  }

  private void signer(Evidence bundle) throws RefusedException {
    switch (bundle.signer()) {
      case Evidence.Signer.Key(String hint) -> hint(hint);
      case Evidence.Signer.ClaimedKey(Bytes spki) -> hint(spki.sha256().toBase64());
      case Evidence.Signer.Certificate(Bytes leaf, List<Bytes> above) -> {
        var inspected = new InspectedCertificate(tree, names);
        if (above.isEmpty()) {
          tree.line(1, "Content", "X.509 Certificate");
          inspected.add(2, SigningCertificate.parse("the certificate", leaf));
        } else {
          tree.line(1, "Content", "X.509 Certificate Chain");
          tree.head(2, "Certificate [0]");
          inspected.add(3, SigningCertificate.parse("the certificate", leaf));
          for (int i = 0; i < above.size(); i++) {
            tree.head(2, "Certificate [" + (i + 1) + "]");
            inspected.add(3, SigningCertificate.parse("the certificate", above.get(i)));
          }
        }
      }
    }
  }

  /// Hints are Base64 of a hash as cosign writes them, and any text else.
  private void hint(String hint) {
    String shown = hint;
    try {
      Bytes bytes = Base64Text.strict("the hint", hint);
      shown = bytes.size() == 32 ? bytes.toHex() : hint;
    } catch (RefusedException e) {
      // any text
    }
    tree.line(1, "Content", "Public Key Identifier");
    tree.line(2, "Hint", shown);
  }

  private void entries(List<LogEntry> entries) throws RefusedException {
    if (entries.isEmpty()) {
      return;
    }
    tree.line(1, "Transparency Log Entries", entries.size());
    for (int i = 0; i < entries.size(); i++) {
      LogEntry entry = entries.get(i);
      tree.head(2, "Entry [" + i + "]");
      tree.line(3, "Log Index", entry.logIndex());
      names.log(3, entry.logId(), tree);
      tree.line(3, "Kind", entry.kind());
      tree.line(3, "Version", entry.version());
      tree.line(
          3,
          "Integrated Time",
          entry.integratedTime() == 0
              ? "0 (Not set)"
              : InspectedCertificate.time(Instant.ofEpochSecond(entry.integratedTime())));
      if (entry.promise().isPresent()) {
        tree.head(3, "Inclusion Promise");
        tree.present(4, "Signed Entry Timestamp", entry.promise().get().size());
      }
      if (entry.proof().isPresent()) {
        proof(entry.proof().get());
      }
      tree.present(3, "Canonicalized Body", entry.body().size());
    }
  }

  private void proof(InclusionProof proof) throws RefusedException {
    tree.head(3, "Inclusion Proof");
    tree.line(4, "Log Index", proof.logIndex());
    tree.line(4, "Tree Size", proof.treeSize());
    tree.line(4, "Hashes", proof.hashes().size());
    if (proof.checkpoint().isEmpty()) {
      return;
    }
    tree.head(4, "Checkpoint");
    SignedNote note = SignedNote.parse(proof.checkpoint());
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    tree.line(5, "Origin", checkpoint.origin());
    tree.line(5, "Tree Size", checkpoint.size());
    tree.line(5, "Witnesses", note.lines().size());
    for (SignedNote.Line line : note.lines()) {
      tree.line(6, line.name(), "Signature Present (" + line.signature().size() + " bytes)");
    }
  }

  private void timestamps(List<Bytes> timestamps) throws RefusedException {
    if (timestamps.isEmpty()) {
      return;
    }
    tree.head(1, "Timestamp Verification Data");
    tree.line(2, "RFC3161 Timestamps", timestamps.size());
    for (int i = 0; i < timestamps.size(); i++) {
      TimestampToken token = TimestampResponse.read(timestamps.get(i)).token();
      tree.head(2, "Timestamp [" + i + "]");
      tree.line(3, "Time", InspectedCertificate.time(token.time()));
      tree.line(3, "Hash Algorithm", token.hash().jdkName());
      tree.present(3, "Message Imprint", token.imprint().size());
      tree.line(3, "Serial Number", token.serial());
      tree.line(3, "Policy", token.policy());
    }
  }

  private void content(Evidence bundle) throws RefusedException {
    switch (bundle.signed()) {
      case Evidence.Signed.Dsse(Envelope envelope, Bytes text) -> envelope(envelope);
      case Evidence.Signed.Payload(Bytes payload) -> tree.line(1, "Type", "Simple Signing");
      case Evidence.Signed.Artifact(var claimed) -> {
        tree.line(1, "Type", "Message Signature");
        if (claimed.isPresent()) {
          tree.head(1, "Message Digest");
          tree.line(2, "Algorithm", claimed.get().algorithm());
          tree.present(2, "Digest", claimed.get().digest().size());
        }
        tree.present(1, "Signature", bundle.signature().size());
      }
    }
  }

  private void envelope(Envelope envelope) {
    tree.line(1, "Type", "DSSE Envelope");
    tree.line(1, "Payload Type", envelope.payloadType());
    tree.present(1, "Payload", envelope.payload().size());
    if (envelope.payloadType().equals(Envelope.IN_TOTO)) {
      try {
        statement(StatementReader.read("the payload", envelope.payload()));
      } catch (RefusedException e) {
        tree.line(1, "Payload Content (in-toto)", "malformed: " + e.getMessage());
      }
    }
    tree.line(1, "Signatures", envelope.signatures().size());
    for (int i = 0; i < envelope.signatures().size(); i++) {
      Envelope.Signature signature = envelope.signatures().get(i);
      tree.head(2, "Signature [" + i + "]");
      if (!signature.keyId().isEmpty()) {
        tree.line(3, "Key ID", signature.keyId());
      }
      tree.present(3, "Signature", signature.sig().size());
    }
  }

  private void statement(Statement statement) {
    tree.head(1, "Payload Content (in-toto)");
    tree.line(2, "Predicate Type", statement.predicateType());
    tree.line(2, "Subjects", statement.subjects().size());
    for (Statement.Subject each : statement.subjects()) {
      if (each.name().isEmpty()) {
        each.digests().forEach((hash, digits) -> tree.line(3, "Digest", hash + ":" + digits));
      } else {
        tree.line(3, "Name", each.name());
      }
    }
  }
}
