package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.SigningKey;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.sign.Content;
import dev.landwaiter.signing.sign.SelfCheck;
import dev.landwaiter.signing.sign.Signatory;
import dev.landwaiter.signing.sign.Signing;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.file.TrustedRootReader;
import java.io.IOException;
import java.util.Optional;

/// One run of a command that signs: who signs, which services take part, and what the result is
/// verified with.
final class SigningRun {
  private final Invocation invocation;
  private final ServiceChoice choice;
  private final Signers signers;
  private final SigningTrust trust;

  private SigningRun(
      Invocation invocation, ServiceChoice choice, Signers signers, SigningTrust trust) {
    this.invocation = invocation;
    this.choice = choice;
    this.signers = signers;
    this.trust = trust;
  }

  /// @param fresh what kind of key is made where an identity signs
  static SigningRun of(Invocation invocation, PublicKeyDetails fresh)
      throws UsageException, IOException {
    Web web = SigningNetwork.of(invocation);
    Web stamps = TimestampNetwork.of(invocation, web);
    var repository = new TrustRepository(invocation);
    ServiceChoice choice = ServiceChoice.of(invocation, web, stamps, repository);
    String file = invocation.values().text(CosignFlags.TRUSTED_ROOT);
    Optional<TrustedRoot> root =
        file.isEmpty()
            ? Optional.empty()
            : Optional.of(
                TrustedRootReader.read(file, FileText.read(invocation, "--trusted-root", file)));
    return new SigningRun(
        invocation,
        choice,
        new Signers(invocation, web, choice, fresh),
        new SigningTrust(invocation, choice, root, repository));
  }

  /// Asks whatever must be asked before anything is signed.
  void prepare() throws UsageException, IOException {
    LogConsent.require(invocation, choice);
  }

  boolean bundles() {
    return choice.bundles();
  }

  /// A new signature, and who made it.
  record Made(Evidence evidence, SigningKey key) {}

  /// Signs, and verifies the result where something is trusted that can judge it.
  Made sign(Content content) throws UsageException, IOException {
    Signatory signatory = signers.next();
    var signing = new Signing(signatory, choice.services(), choice.form());
    invocation.world().stderr().println("Signing");
    Evidence evidence = signing.sign(content);
    Optional<TrustedRoot> root =
        trust.over(evidence, signatory instanceof Signatory.CertificateHolder);
    if (root.isPresent()) {
      // Not the time when the run began: the certificate may be younger.
      new SelfCheck(root.get(), invocation.world().clock().instant())
          .require(evidence, content, signing);
    }
    return new Made(evidence, signatory.key());
  }

  /// Writes a file for its owner alone and says so.
  void write(String what, String name, Bytes content) throws IOException {
    new OwnerFile(invocation.world(), name).write(content);
    invocation.world().stderr().println("Wrote the " + what + " to " + name);
  }

  ServiceChoice choice() {
    return choice;
  }

  /// Requires nothing of a predicate but tells what is odd about it.
  void warn(String message) {
    invocation.world().stderr().println("WARNING: " + message);
  }

  /// The error of one artifact, named.
  static RefusedException about(String name, RefusedException e) {
    return new RefusedException(e.refusal().in(name));
  }
}
