package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.oci.registry.RegistryOptions;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LegacyBundle;
import dev.landwaiter.signing.bundle.LegacyParts;
import dev.landwaiter.signing.simple.SimplePayload;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.StoreOptions;
import dev.landwaiter.signing.store.Subject;
import dev.landwaiter.signing.store.place.Stores;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Verifies the images of one command, each at the place that flags and argument say.
final class ImageRun {
  private static final String SBOM = ".sbom";

  private final Invocation invocation;
  private final Values values;
  private final ImageVerifier verifier;
  private final StoreOptions options;
  private final Registries registries;
  private Optional<Registry> registry = Optional.empty();

  /// How registries are reached, asked only when one is.
  @FunctionalInterface
  interface Registries {
    RegistryOptions of(Invocation invocation) throws UsageException, IOException;
  }

  /// @param legacy the older form that is looked for
  ImageRun(Invocation invocation, Judging judging, Kind legacy, Registries registries)
      throws UsageException, IOException {
    this.invocation = invocation;
    this.values = invocation.values();
    this.verifier =
        new ImageVerifier(
            judging,
            legacy,
            values.flag(CosignFlags.NEW_BUNDLE_FORMAT),
            GivenCertificate.of(invocation));
    this.options = StoreSettings.of(invocation);
    this.registries = registries;
  }

  /// Verifies one image.
  ///
  /// @param argument a reference, or a folder with `--local-image`
  /// @throws RefusedException with NOT_FOUND when there is no such image
  ImageVerdict verify(String argument) throws UsageException, IOException {
    if (values.flag(CosignVerifyFlags.LOCAL_IMAGE)) {
      try (SignatureStore store =
          Stores.layout(CosignCommand.path(invocation, argument), options)) {
        return verifier.verify(store, argument, store.resolve("").digest());
      }
    }
    if (values.flag(GlobalFlags.OFFLINE) && !invocation.dialect().tellsTwice()) {
      throw new UsageException(
          "with --offline no registry is asked: save the image, and verify the folder with"
              + " --local-image");
    }
    Reference reference = StoreSettings.reference(argument);
    if (registry.isEmpty()) {
      registry = Optional.of(new Registry(registries.of(invocation), Limits.STANDARD));
    }
    try (SignatureStore store = Stores.registry(registry.get(), reference, Purpose.PULL, options)) {
      String name = reference.toString();
      Digest digest = store.resolve(reference.identifier()).digest();
      if (values.text(CosignVerifyFlags.ATTACHMENT).equals("sbom")) {
        String tag = digest.algorithm() + "-" + digest.encoded() + SBOM;
        Subject attachment = store.resolve(tag);
        digest = attachment.digest();
        name = reference.canonicalName() + ":" + tag;
      }
      Optional<Evidence> given = given(reference, digest);
      return given.isPresent()
          ? verifier.verify(given.get(), name, digest)
          : verifier.verify(store, name, digest);
    }
  }

  /// The signature that flags name instead of the one that lies with the image.
  private Optional<Evidence> given(Reference reference, Digest digest)
      throws UsageException, IOException {
    String signature = values.text(CosignVerifyFlags.SIGNATURE);
    String payload = values.text(CosignVerifyFlags.PAYLOAD);
    if (signature.isEmpty()) {
      if (!payload.isEmpty()) {
        throw new UsageException("--payload wants --signature beside it");
      }
      return Optional.empty();
    }
    Bytes said =
        payload.isEmpty()
            ? SimplePayload.write(
                reference.canonicalName(),
                digest.toString(),
                verifier.judging().requirements().annotations())
            : FileText.read(invocation, "--payload", payload);
    String certificate = values.text(CosignFlags.CERTIFICATE);
    Evidence.Signer signer =
        certificate.isEmpty()
            ? new Evidence.Signer.Key("")
            : LegacyParts.signer(
                certificate, FileText.read(invocation, "--certificate", certificate).toText());
    Evidence file =
        LegacyBundle.of(
            signature, signer, SignatureText.read(invocation, signature), List.of(), List.of());
    if (!(file.signed() instanceof Evidence.Signed.Artifact)) {
      throw new RefusedException(
          FailureClass.PARSE, signature + ": an envelope where a signature was expected");
    }
    return Optional.of(
        new Evidence(
            file.origin(),
            file.form(),
            file.signer(),
            new Evidence.Signed.Payload(said),
            file.signature(),
            file.entries(),
            file.timestamps(),
            Optional.empty()));
  }
}
