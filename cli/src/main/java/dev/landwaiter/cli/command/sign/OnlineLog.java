package dev.landwaiter.cli.command.sign;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.encoding.Pem;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.client.ProposedEntry;
import dev.landwaiter.signing.service.client.RekorV1;
import dev.landwaiter.signing.trust.LogInstance;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.verify.Artifact;
import dev.landwaiter.signing.verify.Outcome;
import dev.landwaiter.signing.verify.Requirements;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/// Finds the log entry of an older signature that came without one, by asking the log. What it
/// answers is verified like an entry that came along.
///
/// @param signer whose key or certificate the entry must name
/// @param address of the log that the user named, or empty for the one of the trusted root
/// @param web asks it; absent where nobody may be asked
record OnlineLog(Requirements.Signer signer, String address, Optional<Web> web) {
  /// Judges a candidate with one entry in it.
  @FunctionalInterface
  interface Judge {
    Outcome of(Evidence evidence);
  }

  /// Judges the candidate with each entry that the log has for it, in the order of their times; the
  /// first that is accepted counts.
  ///
  /// @param root names the log where the user does not
  /// @throws RefusedException with LOG when there is none
  Outcome best(Evidence evidence, Artifact artifact, TrustedRoot root, Judge judge)
      throws IOException {
    Optional<RekorV1> log = log(root);
    if (log.isEmpty()) {
      throw new RefusedException(
          FailureClass.LOG,
          evidence.origin()
              + ": the signature came without an entry of a transparency log, and no"
              + " log may be asked");
    }
    List<LogEntry> entries = log.get().search(proposed(evidence, artifact));
    if (entries.isEmpty()) {
      throw new RefusedException(
          FailureClass.LOG, evidence.origin() + ": the transparency log has no entry for it");
    }
    List<LogEntry> inTime =
        entries.stream()
            .sorted((one, other) -> Long.compare(one.integratedTime(), other.integratedTime()))
            .toList();
    Outcome first = judge.of(with(evidence, inTime.getFirst()));
    for (LogEntry each : inTime.subList(1, inTime.size())) {
      if (first instanceof Outcome.Accepted) {
        return first;
      }
      Outcome next = judge.of(with(evidence, each));
      first = next instanceof Outcome.Accepted ? next : first;
    }
    return first;
  }

  /// A log of version 1, which is named by its key alone; one of version 2 cannot be searched.
  private Optional<RekorV1> log(TrustedRoot root) throws RefusedException {
    if (web.isEmpty()) {
      return Optional.empty();
    }
    String url = address;
    for (LogInstance each : root.logs()) {
      boolean first = each.id().equals(each.key().id());
      if (url.isEmpty() && first && each.validFor().end().isEmpty()) {
        url = each.baseUrl();
      }
    }
    try {
      return url.isEmpty() ? Optional.empty() : Optional.of(new RekorV1(web.get(), new URI(url)));
    } catch (URISyntaxException e) {
      throw new RefusedException(
          FailureClass.USAGE, "the address of the log, " + url + ", is none");
    }
  }

  private static Evidence with(Evidence evidence, LogEntry entry) {
    return new Evidence(
        evidence.origin(),
        evidence.form(),
        evidence.signer(),
        evidence.signed(),
        evidence.signature(),
        List.of(entry),
        evidence.timestamps(),
        evidence.certificateTimestamp());
  }

  private ProposedEntry proposed(Evidence evidence, Artifact artifact) throws RefusedException {
    String verifier = verifier(evidence);
    return switch (evidence.signed()) {
      case Evidence.Signed.Dsse(var envelope, Bytes text) -> ProposedEntry.envelope(text, verifier);
      case Evidence.Signed.Payload(Bytes payload) ->
          ProposedEntry.hashed(
              HashAlgorithm.SHA2_256, payload.sha256(), evidence.signature(), verifier);
      case Evidence.Signed.Artifact(var claimed) ->
          ProposedEntry.hashed(
              HashAlgorithm.SHA2_256,
              artifact
                  .digest(HashAlgorithm.SHA2_256)
                  .orElseThrow(() ->
                      new RefusedException(
                          FailureClass.LOG, "the log is searched by SHA-256, which is not known")),
              evidence.signature(),
              verifier);
    };
  }

  private String verifier(Evidence evidence) throws RefusedException {
    if (signer instanceof Requirements.Signer.Key(var key, var window)) {
      return new Pem("PUBLIC KEY", key.spki()).text();
    }
    if (evidence.signer() instanceof Evidence.Signer.Certificate(Bytes leaf, var between)) {
      return new Pem("CERTIFICATE", leaf).text();
    }
    throw new RefusedException(
        FailureClass.IDENTITY, evidence.origin() + ": the signature came without a certificate");
  }
}
