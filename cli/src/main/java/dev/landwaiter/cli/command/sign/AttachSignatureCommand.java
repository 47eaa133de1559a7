package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.bundle.LegacyLayer;
import dev.landwaiter.signing.encoding.Base64Text;
import dev.landwaiter.signing.encoding.StrictJson;
import dev.landwaiter.signing.simple.SimplePayload;
import dev.landwaiter.signing.store.Addition;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.Layer;
import dev.landwaiter.signing.store.Put;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Puts a signature that was made elsewhere beside an image.
public final class AttachSignatureCommand extends CosignCommand {
  private static final Flag SIGNATURE =
      CosignFlags.text("signature", "file with the signature in Base64; - for standard input")
          .standard("-");
  private static final Flag PAYLOAD =
      CosignFlags.text("payload", "file with what was signed; made anew when not given")
          .formerly(new Flag.Former("bundle", "signing.attach-bundle"));
  private static final Flag TSR = CosignFlags.text("tsr", "file with a timestamp (RFC 3161)");
  private static final Flag REKOR_RESPONSE =
      CosignFlags.text("rekor-response", "file with the entry of the transparency log");

  public AttachSignatureCommand(boolean cosign) {
    super(cosign, "attach signature", "Put a signature beside an image", "[flags] IMAGE");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(
        new FlagGroup(
            "Attach Flags",
            CosignFlags.TAG_PREFIX,
            CosignFlags.CERTIFICATE,
            CosignFlags.CERTIFICATE_CHAIN,
            PAYLOAD,
            REKOR_RESPONSE,
            SIGNATURE,
            TSR),
        registryFlags());
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    Reference image = StoreSettings.reference(argument(invocation));
    Values values = invocation.values();
    String signature =
        FileText.read(invocation, "--signature", values.text(SIGNATURE))
            .toText()
            .replaceAll("\\s", "");
    Base64Text.strict("the signature", signature);
    var options = StoreSettings.of(invocation);
    try (SignatureStore store = StoreAccess.open(this, invocation, image, Purpose.PUSH, options)) {
      Subject subject = store.resolve(image.identifier());
      String payload = values.text(PAYLOAD);
      Bytes signed =
          payload.isEmpty()
              ? SimplePayload.write(image.canonicalName(), subject.digest().toString(), Map.of())
              : FileText.read(invocation, "--payload", payload);
      var layer = new Layer(Layer.SIMPLE_SIGNING, signed, annotations(invocation, signature));
      Put put = store.append(Kind.SIGNATURE, subject.digest(), Addition.of(layer));
      invocation
          .log()
          .info((put.added() ? "the signature lies in " : "it was there already: ") + put.place());
      return 0;
    }
  }

  private static Map<String, String> annotations(Invocation invocation, String signature)
      throws UsageException, IOException {
    Values values = invocation.values();
    Map<String, String> all = new TreeMap<>();
    all.put(LegacyLayer.SIGNATURE, signature);
    String certificate = values.text(CosignFlags.CERTIFICATE);
    if (!certificate.isEmpty()) {
      all.put(
          LegacyLayer.CERTIFICATE,
          FileText.read(invocation, "--certificate", certificate).toText());
      String chain = values.text(CosignFlags.CERTIFICATE_CHAIN);
      all.put(
          LegacyLayer.CHAIN,
          chain.isEmpty() ? "" : FileText.read(invocation, "--certificate-chain", chain).toText());
    }
    String timestamp = values.text(TSR);
    if (!timestamp.isEmpty()) {
      Bytes response = FileText.read(invocation, "--tsr", timestamp);
      all.put(
          LegacyLayer.TIMESTAMP, "{\"SignedRFC3161Timestamp\":\"" + response.toBase64() + "\"}");
    }
    String entry = values.text(REKOR_RESPONSE);
    if (!entry.isEmpty()) {
      Value given = StrictJson.parse(entry, FileText.read(invocation, "--rekor-response", entry));
      all.put(LegacyLayer.BUNDLE, LogAnnotation.of(entry, given));
    }
    return all;
  }
}
