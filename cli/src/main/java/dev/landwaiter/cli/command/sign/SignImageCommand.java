package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignSignFlags;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.store.SignatureStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Signs images.
public final class SignImageCommand extends CosignCommand {
  static final Flag RECURSIVE =
      CosignFlags.toggle("recursive", "sign an index and everything below it").shorthand("r");
  static final Flag UPLOAD =
      CosignFlags.toggle("upload", "attach the signature to the image").standard("true");
  static final Flag OUTPUT_PAYLOAD =
      CosignFlags.text("output-payload", "file for what is signed, in its older form");
  static final Flag CONTAINER_IDENTITY =
      Flag.repeated("sign-container-identity", "name of the image in the older form of signatures")
          .key("signing.sign-container-identity");

  /// @param cosign whether it answers as cosign does
  public SignImageCommand(boolean cosign) {
    super(cosign, "sign", "Sign images", "[flags] IMAGE [IMAGE...]");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(
        new FlagGroup(
            "Sign Flags",
            CosignFlags.ANNOTATIONS,
            RECURSIVE,
            UPLOAD,
            OUTPUT_PAYLOAD,
            CONTAINER_IDENTITY,
            CosignSignFlags.RECORD_CREATION,
            CosignVerifyFlags.PAYLOAD,
            CosignVerifyFlags.ATTACHMENT),
        CosignSignFlags.SIGNING,
        CosignFlags.KEYS,
        CosignFlags.OIDC,
        CosignFlags.TSA,
        CosignFlags.CONFIG,
        CosignFlags.ATTACHING,
        registryFlags());
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    List<String> images = invocation.arguments();
    if (images.isEmpty()) {
      throw new UsageException("sign wants at least one image");
    }
    Values values = invocation.values();
    Map<String, String> annotations = Annotations.of(values);
    SigningRun run = SigningRun.of(invocation, PublicKeyDetails.PKIX_ECDSA_P256_SHA_256);
    boolean upload = values.flag(UPLOAD);
    boolean nowhere = !upload && run.bundles() && values.text(CosignFlags.BUNDLE).isEmpty();
    if (nowhere && cosign()) {
      throw new UsageException("with --upload=false the bundle goes nowhere: add --bundle FILE");
    }
    ImageSigner signer =
        run.bundles()
            ? new BundleSigner(invocation, run, annotations, upload)
            : new PayloadSigner(invocation, run, annotations, upload);
    run.prepare();
    for (String image : images) {
      Reference reference = StoreSettings.reference(image);
      try (SignatureStore store = Attaching.open(this, invocation, reference)) {
        SignTarget target = SignTarget.of(invocation, store, reference, !run.bundles() || !upload);
        target = attached(values, store, target);
        for (SignTarget each : values.flag(RECURSIVE) ? target.all(store) : List.of(target)) {
          signer.sign(store, reference, each);
        }
      } catch (RefusedException e) {
        throw SigningRun.about(image, e);
      }
    }
    return 0;
  }

  /// The attachment of the image, where that is what is signed.
  private static SignTarget attached(Values values, SignatureStore store, SignTarget image)
      throws UsageException, IOException {
    String attachment = values.text(CosignVerifyFlags.ATTACHMENT);
    if (attachment.isEmpty()) {
      return image;
    }
    String tag = image.digest().toString().replace(':', '-') + "." + attachment;
    var subject = store.resolve(tag);
    return new SignTarget(subject.digest(), Optional.of(subject));
  }
}
