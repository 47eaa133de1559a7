package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignSignFlags;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LegacyLayer;
import dev.landwaiter.signing.bundle.LegacyWriter;
import dev.landwaiter.signing.encoding.Base64Text;
import dev.landwaiter.signing.encoding.Pem;
import dev.landwaiter.signing.key.SignatureCheck;
import dev.landwaiter.signing.sign.Content;
import dev.landwaiter.signing.simple.SimplePayload;
import dev.landwaiter.signing.store.Addition;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.Layer;
import dev.landwaiter.signing.store.Put;
import dev.landwaiter.signing.store.SignatureStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Signs in the older form, simple signing.
///
/// @param upload whether the signature is attached to the image
record PayloadSigner(
    Invocation invocation, SigningRun run, Map<String, String> annotations, boolean upload)
    implements ImageSigner {
  @Override
  public void sign(SignatureStore store, Reference image, SignTarget target)
      throws UsageException, IOException {
    for (Bytes payload : payloads(image, target)) {
      SigningRun.Made made = run.sign(new Content.Payload(payload));
      files(made.evidence(), payload, target);
      if (upload) {
        attach(store, target, made, payload);
      }
    }
  }

  /// The payload of a file, or one for every name of the image.
  private List<Bytes> payloads(Reference image, SignTarget target)
      throws UsageException, IOException {
    Values values = invocation.values();
    String file = values.text(CosignVerifyFlags.PAYLOAD);
    if (!file.isEmpty()) {
      return List.of(FileText.read(invocation, "--payload", file));
    }
    List<String> names = values.repeated(SignImageCommand.CONTAINER_IDENTITY);
    List<Bytes> payloads = new ArrayList<>();
    for (String name : names.isEmpty() ? List.of(image.canonicalName()) : names) {
      payloads.add(SimplePayload.write(name, target.digest().toString(), annotations));
    }
    return payloads;
  }

  private void attach(SignatureStore store, SignTarget target, SigningRun.Made made, Bytes payload)
      throws IOException {
    var layer = new Layer(Layer.SIMPLE_SIGNING, payload, LegacyWriter.annotations(made.evidence()));
    boolean key = made.evidence().signer() instanceof Evidence.Signer.Key;
    var addition =
        new Addition(
            layer, other -> key && signed(other, made.key().publicKey(), payload), other -> false);
    Put put = store.append(Kind.SIGNATURE, target.digest(), addition);
    invocation
        .world()
        .stderr()
        .println(
            put.added()
                ? "The signature is in " + put.place()
                : "A signature by this key is in " + put.place() + " already");
  }

  /// Whether a layer that is there holds a signature by this key.
  private static boolean signed(Descriptor other, VerificationKey key, Bytes payload) {
    try {
      Bytes signature =
          Base64Text.file(
              "the signature", other.annotations().getOrDefault(LegacyLayer.SIGNATURE, ""));
      return SignatureCheck.verify(key, key.details(), payload, signature);
    } catch (RefusedException e) {
      return false;
    }
  }

  private void files(Evidence evidence, Bytes payload, SignTarget target)
      throws UsageException, IOException {
    Values values = invocation.values();
    // Of several manifests, each gets its own files.
    String suffix = values.flag(SignImageCommand.RECURSIVE) ? "-" + target.digest().encoded() : "";
    String signature = values.text(CosignSignFlags.OUTPUT_SIGNATURE);
    if (!signature.isEmpty()) {
      run.write("signature", signature + suffix, Bytes.utf8(evidence.signature().toBase64()));
    }
    String text = values.text(SignImageCommand.OUTPUT_PAYLOAD);
    if (!text.isEmpty()) {
      run.write("payload", text + suffix, payload);
    }
    String certificate = values.text(CosignSignFlags.OUTPUT_CERTIFICATE);
    if (!certificate.isEmpty()
        && evidence.signer() instanceof Evidence.Signer.Certificate(Bytes leaf, var above)) {
      run.write(
          "certificate", certificate + suffix, Bytes.utf8(new Pem("CERTIFICATE", leaf).text()));
    }
  }
}
