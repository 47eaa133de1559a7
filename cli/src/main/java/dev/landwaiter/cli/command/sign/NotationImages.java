package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.ClusterPolicyFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.oci.Hubs;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.notation.policy.PolicyStatement;
import dev.landwaiter.signing.notation.policy.TrustPolicy;
import dev.landwaiter.signing.notation.verify.BlobSignatures;
import dev.landwaiter.signing.notation.verify.Candidate;
import dev.landwaiter.signing.notation.verify.ImageSignatures;
import dev.landwaiter.signing.notation.verify.NotationVerifier;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.Subject;
import dev.landwaiter.signing.store.place.Stores;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Verifies signatures of the Notary Project, of images and of files.
record NotationImages(Invocation invocation, ImageRun.Registries registries) {
  private static final int MOST = 1_000;

  /// Verifies images by the statements of the trust policy that are about them.
  ///
  /// @return the exit code
  int verify(List<String> images) throws UsageException, IOException {
    var setup = new NotationSetup(invocation);
    TrustPolicy policy = setup.policy(TrustPolicy.Kind.IMAGE);
    NotationVerifier verifier = setup.verifier();
    Map<String, String> metadata = setup.metadata();
    int most = invocation.values().number(ClusterPolicyFlags.MOST_SIGNATURES);
    if (most < 1 || most > MOST) {
      throw new UsageException("--max-signatures is a number from 1 to " + MOST);
    }
    if (invocation.values().flag(GlobalFlags.OFFLINE)) {
      throw new UsageException("with --offline no registry is asked");
    }
    var registry = new Registry(registries.of(invocation), Limits.STANDARD);
    Instant now = invocation.world().clock().instant();
    var report = new NotationReport(invocation);
    for (String each : images) {
      Reference image = StoreSettings.reference(each);
      try (SignatureStore store =
          Stores.registry(registry, image, Purpose.PULL, StoreSettings.of(invocation))) {
        PolicyStatement statement = policy.forRepository(repository(image));
        Subject subject = store.resolve(image.identifier());
        report.add(
            each,
            subject.digest().toString(),
            new ImageSignatures(verifier, store, most).verify(subject, statement, metadata, now));
      } catch (RefusedException e) {
        report.add(each, e.refusal());
      }
    }
    return report.finish();
  }

  /// Verifies a file.
  int verifyFile(String file, String signature) throws UsageException, IOException {
    if (signature.isEmpty()) {
      throw new UsageException("which signature? add --signature FILE.jws.sig");
    }
    var setup = new NotationSetup(invocation);
    var report = new NotationReport(invocation);
    PolicyStatement statement =
        setup
            .policy(TrustPolicy.Kind.BLOB)
            .named(invocation.values().text(ClusterPolicyFlags.STATEMENT));
    var envelope = FileText.read(invocation, "--signature", signature, 4 << 20);
    var blob = FileText.read(invocation, "the file", file, 1 << 30);
    try {
      report.add(
          file,
          "sha256:" + blob.sha256().toHex(),
          new BlobSignatures(setup.verifier())
              .verify(
                  new Candidate(signature, BlobSignatures.mediaType(signature, envelope), envelope),
                  blob,
                  invocation.values().text(ClusterPolicyFlags.MEDIA_TYPE),
                  statement,
                  setup.metadata(),
                  invocation.world().clock().instant()));
    } catch (RefusedException e) {
      if (e.kind() == FailureClass.USAGE) {
        throw e;
      }
      report.add(file, e.refusal());
    }
    return report.finish();
  }

  /// As trust policies name it.
  private static String repository(Reference image) {
    return image.host().equals(Hubs.DOCKER_HUB_CANONICAL)
        ? Hubs.DOCKER_HUB + "/" + image.path()
        : image.canonicalName();
  }
}
