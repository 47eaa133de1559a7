package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.bundle.BundleReader;
import dev.landwaiter.signing.bundle.DsseReader;
import dev.landwaiter.signing.bundle.Envelope;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LegacyLayer;
import dev.landwaiter.signing.encoding.StrictJson;
import dev.landwaiter.signing.statement.StatementReader;
import dev.landwaiter.signing.store.Addition;
import dev.landwaiter.signing.store.BundleFacts;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.Layer;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.StoreOptions;
import dev.landwaiter.signing.store.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts attestations that were made elsewhere beside an image: bundles as referrers, envelopes in
/// the older form.
public final class AttachAttestationCommand extends CosignCommand {
  private static final Flag ATTESTATION =
      Flag.repeated(
              "attestation", "files with a bundle, an envelope, or envelopes on lines of their own")
          .key("signing.attestation");

  /// One thing to attach.
  private record Given(String where, Bytes content, Value value) {
    boolean bundle() {
      return value.get("mediaType").isPresent();
    }
  }

  public AttachAttestationCommand(boolean cosign) {
    super(cosign, "attach attestation", "Put attestations beside an image", "[flags] IMAGE");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(
        new FlagGroup("Attach Flags", CosignFlags.TAG_PREFIX, ATTESTATION), registryFlags());
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    Reference image = StoreSettings.reference(argument(invocation));
    List<String> files = invocation.values().repeated(ATTESTATION);
    if (files.isEmpty()) {
      throw new UsageException("attach attestation wants --attestation");
    }
    List<Given> all = new ArrayList<>();
    for (String file : files) {
      all.addAll(
          read(
              file,
              FileText.read(invocation, "--attestation", file, (int) StoreOptions.CONTENT_LIMIT)));
    }
    var options = StoreSettings.of(invocation);
    try (SignatureStore store = StoreAccess.open(this, invocation, image, Purpose.PUSH, options)) {
      Subject subject = store.resolve(image.identifier());
      for (Given each : all) {
        if (each.bundle()) {
          attach(invocation, store, subject, each);
        } else {
          append(invocation, store, subject, each);
        }
      }
      return 0;
    }
  }

  /// One JSON text, or one on each line.
  private static List<Given> read(String file, Bytes content) throws RefusedException {
    try {
      return List.of(new Given(file, content, Json.parseStrict(file, content.toArray())));
    } catch (FormatException e) {
      // lines, then
    }
    List<Given> all = new ArrayList<>();
    int number = 0;
    for (String line : content.toText().split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        Bytes bytes = Bytes.utf8(line.strip());
        String where = file + ": line " + number;
        all.add(new Given(where, bytes, StrictJson.parse(where, bytes)));
      }
    }
    if (all.isEmpty()) {
      throw new RefusedException(FailureClass.PARSE, file + ": holds nothing");
    }
    return all;
  }

  private static void attach(
      Invocation invocation, SignatureStore store, Subject subject, Given given)
      throws IOException {
    Evidence evidence =
        BundleReader.read(
            given.where(), given.content(), Set.of(Relaxation.CERTIFICATE_CHAIN_ALLOWED));
    if (!(evidence.signed() instanceof Evidence.Signed.Dsse dsse)) {
      throw new RefusedException(
          FailureClass.PARSE, given.where() + ": a bundle without an attestation");
    }
    var facts =
        new BundleFacts(
            BundleFacts.ENVELOPE,
            StatementReader.read(given.where(), dsse.envelope().payload()).predicateType(),
            invocation.world().clock().instant());
    var put = store.attach(subject, given.content(), facts);
    invocation.log().info("the bundle lies in " + put.digest());
  }

  private static void append(
      Invocation invocation, SignatureStore store, Subject subject, Given given)
      throws IOException {
    Envelope envelope = DsseReader.read(given.where(), given.content());
    if (!envelope.payloadType().equals(Envelope.IN_TOTO)) {
      throw new RefusedException(
          FailureClass.PARSE,
          given.where() + ": the envelope holds no statement",
          Envelope.IN_TOTO,
          envelope.payloadType());
    }
    var layer =
        new Layer(
            Layer.DSSE, Bytes.utf8(Downloaded.text(envelope)), Map.of(LegacyLayer.SIGNATURE, ""));
    var put = store.append(Kind.ATTESTATION, subject.digest(), Addition.of(layer));
    invocation.log().info("the attestation lies in " + put.place());
  }
}
