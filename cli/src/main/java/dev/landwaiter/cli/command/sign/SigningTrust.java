package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.service.client.TimestampClient;
import dev.landwaiter.signing.trust.Authority;
import dev.landwaiter.signing.trust.LogInstance;
import dev.landwaiter.signing.trust.TrustedRoot;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What new signatures are verified with: the trusted root of the command line, or that of the
/// repository of trust where it speaks about the services that took part.
///
/// @param given by `--trusted-root`
record SigningTrust(
    Invocation invocation,
    ServiceChoice choice,
    Optional<TrustedRoot> given,
    TrustRepository standard) {

  /// What can judge a new signature. Where nothing can, that is told.
  ///
  /// @param own whether the signer brought his certificate: only he knows who issued it
  Optional<TrustedRoot> over(Evidence evidence, boolean own) throws UsageException, IOException {
    if (given.isPresent()) {
      return given;
    }
    if (own) {
      warn("nobody knows who issued the certificate");
      return Optional.empty();
    }
    boolean certified = evidence.signer() instanceof Evidence.Signer.Certificate;
    if (!certified && evidence.entries().isEmpty() && evidence.timestamps().isEmpty()) {
      return Optional.of(TrustedRoot.NOTHING);
    }
    try {
      TrustedRoot root = standard.root();
      if (speaksOf(root, evidence)) {
        return Optional.of(root);
      }
      warn("the trusted root in use knows other services");
    } catch (RefusedException e) {
      warn(e.refusal().message());
    }
    return Optional.empty();
  }

  private void warn(String why) {
    invocation
        .world()
        .stderr()
        .println(
            Plain.lines(
                "WARNING: the new signature is not verified: %s; name one with --trusted-root"
                    .formatted(why)));
  }

  private boolean speaksOf(TrustedRoot root, Evidence evidence) throws UsageException, IOException {
    if (evidence.signer() instanceof Evidence.Signer.Certificate
        && !names(root.certificateAuthorities(), choice.certificateAuthority())) {
      return false;
    }
    for (LogEntry entry : evidence.entries()) {
      boolean known = false;
      for (LogInstance log : root.logs()) {
        known |= log.id().equals(entry.logId());
      }
      if (!known) {
        return false;
      }
    }
    for (TimestampClient each : choice.services().authorities()) {
      if (!names(root.timestampAuthorities(), each.address())) {
        return false;
      }
    }
    return true;
  }

  private static boolean names(List<Authority> authorities, URI service) {
    for (Authority each : authorities) {
      if (!each.uri().isEmpty() && service.toString().startsWith(each.uri())) {
        return true;
      }
    }
    return false;
  }
}
